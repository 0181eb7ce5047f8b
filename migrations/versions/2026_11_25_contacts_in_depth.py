"""Contacts in depth: accreditations, relationships, memory, lists of precedence, tags, views.

Columns that must not be empty are filled for the rows that are there, then stand without a default.
"""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_contacts_in_depth"
down_revision = "2026_11_24_first_office"
branch_labels = None
depends_on = None


ALWAYS = "0001-01-01"
FILLED = {
    "address_form": ("company", "valid_from"),
    "address_override": ("company", "valid_from"),
    "country": ("head_of_state", "head_of_state_title", "note"),
    "posting": ("consular_district", "posting_note"),
}
COUNTRY = sa.table(
    "country",
    sa.column("id", sa.Uuid()),
    sa.column("revision", sa.Uuid()),
    sa.column("national_day", sa.Text()),
    sa.column("national_day_name", sa.Text()),
    sa.column("verified", sa.Boolean()),
)
NATIONAL_DAY = sa.table(
    "national_day",
    sa.column("id", sa.Uuid()),
    sa.column("revision", sa.Uuid()),
    sa.column("country_id", sa.Uuid()),
    sa.column("rule", sa.Text()),
    *(sa.column(name, sa.Text()) for name in ("name_en", "name_nl", "name_fr", "source")),
    sa.column("position", sa.Integer()),
    sa.column("verified", sa.Boolean()),
)


def upgrade() -> None:
    op.create_table(
        "mailing_set",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("reuse_for", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing_set")),
        sa.UniqueConstraint("name", name=op.f("uq_mailing_set_name")),
    )
    op.create_table(
        "precedence_list",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tie_language", sa.String(length=2), nullable=False),
        sa.Column("host_body", sa.String(length=40), nullable=False),
        sa.Column("usual", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedence_list")),
    )
    op.create_table(
        "saved_view",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("sort", sa.String(length=40), nullable=False),
        sa.Column("descending", sa.Boolean(), nullable=False),
        sa.Column("group_by", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "tag",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("kind", "name", name=op.f("uq_tag_kind_name")),
    )
    op.create_table(
        "membership",
        sa.Column("reinvite", sa.Boolean(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("mailing_set_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailing_set_id"],
            ["mailing_set.id"],
            name=op.f("fk_membership_mailing_set_id_mailing_set"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_membership_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "mailing_set_id", "person_id", name=op.f("uq_membership_mailing_set_id_person_id")
        ),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_person_id"), ["person_id"], unique=False)

    op.create_table(
        "national_day",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("name_nl", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("country_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["country_id"],
            ["country.id"],
            name=op.f("fk_national_day_country_id_country"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_national_day")),
    )
    with op.batch_alter_table("national_day", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_national_day_country_id"), ["country_id"], unique=False
        )

    op.create_table(
        "not_same",
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["person.id"],
            name=op.f("fk_not_same_first_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["person.id"],
            name=op.f("fk_not_same_second_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_not_same_first_id_second_id")),
    )
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_not_same_second_id"), ["second_id"], unique=False)

    op.create_table(
        "not_same_organisation",
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["organisation.id"],
            name=op.f("fk_not_same_organisation_first_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["organisation.id"],
            name=op.f("fk_not_same_organisation_second_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same_organisation")),
        sa.UniqueConstraint(
            "first_id", "second_id", name=op.f("uq_not_same_organisation_first_id_second_id")
        ),
    )
    with op.batch_alter_table("not_same_organisation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_not_same_organisation_second_id"), ["second_id"], unique=False
        )

    op.create_table(
        "precedence_band",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("functions", sa.JSON(), nullable=False),
        sa.Column("ordered_by", sa.String(length=40), nullable=False),
        sa.Column("numbered", sa.Text(), nullable=False),
        sa.Column("gap", sa.Boolean(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("precedence_list_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["precedence_list_id"],
            ["precedence_list.id"],
            name=op.f("fk_precedence_band_precedence_list_id_precedence_list"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedence_band")),
    )
    with op.batch_alter_table("precedence_band", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_precedence_band_precedence_list_id"),
            ["precedence_list_id"],
            unique=False,
        )

    op.create_table(
        "relationship",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("invited", sa.String(length=40), nullable=False),
        sa.Column("joint_envelope", sa.Boolean(), nullable=False),
        sa.Column("copied", sa.Boolean(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["person.id"],
            name=op.f("fk_relationship_other_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_relationship_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationship")),
        sa.UniqueConstraint(
            "person_id", "other_id", "kind", name=op.f("uq_relationship_person_id_other_id_kind")
        ),
    )
    with op.batch_alter_table("relationship", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relationship_other_id"), ["other_id"], unique=False)

    op.create_table(
        "tagging",
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tag_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("opens_for_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opens_for_id"],
            ["organisation.id"],
            name=op.f("fk_tagging_opens_for_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_tagging_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_tagging_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"],
            ["tag.id"],
            name=op.f("fk_tagging_tag_id_tag"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tagging")),
        sa.UniqueConstraint(
            "tag_id", "role", "organisation_id", name=op.f("uq_tagging_tag_id_role_organisation_id")
        ),
        sa.UniqueConstraint(
            "tag_id", "role", "person_id", name=op.f("uq_tagging_tag_id_role_person_id")
        ),
    )
    with op.batch_alter_table("tagging", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tagging_opens_for_id"), ["opens_for_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_tagging_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_tagging_person_id"), ["person_id"], unique=False)

    op.create_table(
        "accreditation",
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("function", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("agrement_on", sa.Date(), nullable=True),
        sa.Column("credentials_on", sa.Date(), nullable=True),
        sa.Column("credentials_time", sa.Time(), nullable=True),
        sa.Column("credentials_sequence", sa.Integer(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("posting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["posting_id"],
            ["posting.id"],
            name=op.f("fk_accreditation_posting_id_posting"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accreditation")),
        sa.UniqueConstraint("posting_id", "body", name=op.f("uq_accreditation_posting_id_body")),
    )
    op.create_table(
        "celebration",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("day_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["day_id"],
            ["national_day.id"],
            name=op.f("fk_celebration_day_id_national_day"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_celebration")),
        sa.UniqueConstraint("day_id", "year", name=op.f("uq_celebration_day_id_year")),
    )
    op.create_table(
        "document",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_document_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_document_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_document_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_document_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_document_person_id"), ["person_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("couple", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_letter_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_letter_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_letter_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_letter_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_letter_person_id"), ["person_id"], unique=False)

    op.create_table(
        "moment",
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("happened_at", sa.Time(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_moment_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_moment_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moment")),
    )
    with op.batch_alter_table("moment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_moment_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_moment_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "document_content",
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_document_content_document_id_document"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_content")),
        sa.UniqueConstraint("document_id", name=op.f("uq_document_content_document_id")),
    )
    op.create_table(
        "gift",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("giver", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("reception_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_gift_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_gift_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_gift_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
    )
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_gift_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_gift_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_gift_reception_id"), ["reception_id"], unique=False)

    op.create_table(
        "moment_person",
        sa.Column("moment_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["moment_id"],
            ["moment.id"],
            name=op.f("fk_moment_person_moment_id_moment"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_moment_person_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moment_person")),
        sa.UniqueConstraint(
            "moment_id", "person_id", name=op.f("uq_moment_person_moment_id_person_id")
        ),
    )
    with op.batch_alter_table("moment_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_moment_person_person_id"), ["person_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("moment_id", sa.Uuid(), nullable=True),
        sa.Column("national_day_id", sa.Uuid(), nullable=True),
        sa.Column("national_day_year", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_task_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["moment_id"],
            ["moment.id"],
            name=op.f("fk_task_moment_id_moment"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["national_day_id"],
            ["national_day.id"],
            name=op.f("fk_task_national_day_id_national_day"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_task_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_task_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint(
            "national_day_id",
            "national_day_year",
            name=op.f("uq_task_national_day_id_national_day_year"),
        ),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_moment_id"), ["moment_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_task_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_task_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("address_form", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("company", sa.String(length=40), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("valid_from", sa.Date(), nullable=False, server_default=ALWAYS)
        )
        batch_op.drop_constraint(
            batch_op.f("uq_address_form_function_language_gender_channel"), type_="unique"
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_address_form_key"),
            ["function", "language", "gender", "channel", "company", "valid_from"],
        )

    with op.batch_alter_table("address_override", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("company", sa.String(length=40), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("valid_from", sa.Date(), nullable=False, server_default=ALWAYS)
        )
        batch_op.drop_constraint(
            batch_op.f("uq_address_override_person_id_language_channel"), type_="unique"
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_address_override_key"),
            ["person_id", "language", "channel", "company", "valid_from"],
        )

    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("head_of_state", sa.Text(), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("head_of_state_title", sa.Text(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("usual_posting_months", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    _move_national_days()
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.drop_column("national_day_name")
        batch_op.drop_column("national_day")

    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("farewell_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("expected_end_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("consular_district", sa.Text(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("posting_note", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source_line", sa.Integer(), nullable=True))

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source_line", sa.Integer(), nullable=True))

    with op.batch_alter_table("reception", schema=None) as batch_op:
        batch_op.add_column(sa.Column("precedence_list_id", sa.Uuid(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_reception_precedence_list_id"), ["precedence_list_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_reception_precedence_list_id_precedence_list"),
            "precedence_list",
            ["precedence_list_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )

    for table, columns in FILLED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)


def _move_national_days() -> None:
    """The day a country had becomes the first of its days; what was verified was that day."""
    connection = op.get_bind()
    kept = connection.execute(
        sa.select(COUNTRY).where(
            (COUNTRY.c.national_day != "") | (COUNTRY.c.national_day_name != "")
        )
    )
    days = [
        {
            "id": uuid.uuid4(),
            "revision": row.revision,
            "country_id": row.id,
            "rule": row.national_day,
            "name_en": row.national_day_name,
            "name_nl": "",
            "name_fr": "",
            "position": 0,
            "source": "",
            "verified": row.verified,
        }
        for row in kept
    ]
    if days:
        connection.execute(sa.insert(NATIONAL_DAY), days)
    connection.execute(sa.update(COUNTRY).values(verified=False))


def _move_national_days_back() -> None:
    """The first day of each country; an older schema has room for one, with one name."""
    connection = op.get_bind()
    days = connection.execute(sa.select(NATIONAL_DAY).order_by(NATIONAL_DAY.c.position.desc()))
    for day in days.all():  # the first comes last, and stays
        connection.execute(
            sa.update(COUNTRY)
            .where(COUNTRY.c.id == day.country_id)
            .values(national_day=day.rule, national_day_name=day.name_en, verified=day.verified)
        )


def downgrade() -> None:
    with op.batch_alter_table("reception", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_reception_precedence_list_id_precedence_list"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_reception_precedence_list_id"))
        batch_op.drop_column("precedence_list_id")

    for table in ("organisation", "person"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("source_line")

    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.drop_column("posting_note")
        batch_op.drop_column("consular_district")
        batch_op.drop_column("expected_end_on")
        batch_op.drop_column("farewell_on")

    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.add_column(sa.Column("national_day", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("national_day_name", sa.Text(), nullable=False, server_default="")
        )
    _move_national_days_back()
    with op.batch_alter_table("country", schema=None) as batch_op:
        batch_op.alter_column("national_day", server_default=None)
        batch_op.alter_column("national_day_name", server_default=None)
        batch_op.drop_column("note")
        batch_op.drop_column("usual_posting_months")
        batch_op.drop_column("head_of_state_title")
        batch_op.drop_column("head_of_state")

    for table in ("address_override", "address_form"):  # the older schema knows one form a channel
        op.execute(f"DELETE FROM {table} WHERE company <> '' OR valid_from <> '{ALWAYS}'")  # noqa: S608 - our own names
    with op.batch_alter_table("address_override", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("uq_address_override_key"),
            type_="unique",
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_address_override_person_id_language_channel"),
            ["person_id", "language", "channel"],
        )
        batch_op.drop_column("valid_from")
        batch_op.drop_column("company")

    with op.batch_alter_table("address_form", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("uq_address_form_key"),
            type_="unique",
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_address_form_function_language_gender_channel"),
            ["function", "language", "gender", "channel"],
        )
        batch_op.drop_column("valid_from")
        batch_op.drop_column("company")

    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_person_id"))
        batch_op.drop_index(batch_op.f("ix_task_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_task_moment_id"))
        batch_op.drop_index(batch_op.f("ix_task_due_on"))
        batch_op.drop_index(batch_op.f("ix_task_dossier_id"))

    op.drop_table("task")
    with op.batch_alter_table("moment_person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_moment_person_person_id"))

    op.drop_table("moment_person")
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gift_reception_id"))
        batch_op.drop_index(batch_op.f("ix_gift_person_id"))
        batch_op.drop_index(batch_op.f("ix_gift_organisation_id"))

    op.drop_table("gift")
    op.drop_table("document_content")
    with op.batch_alter_table("moment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_moment_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_moment_dossier_id"))

    op.drop_table("moment")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_person_id"))
        batch_op.drop_index(batch_op.f("ix_letter_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_letter_dossier_id"))

    op.drop_table("letter")
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_person_id"))
        batch_op.drop_index(batch_op.f("ix_document_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_document_dossier_id"))

    op.drop_table("document")
    op.drop_table("celebration")
    op.drop_table("accreditation")
    with op.batch_alter_table("tagging", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tagging_person_id"))
        batch_op.drop_index(batch_op.f("ix_tagging_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_tagging_opens_for_id"))

    op.drop_table("tagging")
    with op.batch_alter_table("relationship", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_relationship_other_id"))

    op.drop_table("relationship")
    with op.batch_alter_table("precedence_band", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_precedence_band_precedence_list_id"))

    op.drop_table("precedence_band")
    with op.batch_alter_table("not_same_organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_not_same_organisation_second_id"))

    op.drop_table("not_same_organisation")
    with op.batch_alter_table("not_same", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_not_same_second_id"))

    op.drop_table("not_same")
    with op.batch_alter_table("national_day", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_national_day_country_id"))

    op.drop_table("national_day")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_person_id"))

    op.drop_table("membership")
    op.drop_table("tag")
    op.drop_table("saved_view")
    op.drop_table("precedence_list")
    op.drop_table("mailing_set")
