"""receptions in depth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_receptions_in_depth"
down_revision = "2026_11_25_contacts_in_depth"
branch_labels = None
depends_on = None

FILLED = {
    "dossier": ("outcome", "papers"),
    "guest": (
        "invitation_round",
        "seat",
        "car",
        "plate",
        "spouse_programme",
        "photo_consent",
        "walk_in",
    ),
    "programme_item": (
        "kind",
        "phone",
        "attendees",
        "speaker",
        "interpreter",
        "rain_plan",
        "fixed",
    ),
}


def upgrade() -> None:
    op.create_table(
        "gift_stock",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("bought", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift_stock")),
    )
    op.create_table(
        "special_day",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("name_nl", sa.Text(), nullable=False),
        sa.Column("name_fr", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("from_evening", sa.Boolean(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_day")),
    )
    op.create_table(
        "template",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("dossier_kind", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    op.create_table(
        "template_line",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("days_before", sa.Integer(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("item_kind", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["template.id"],
            name=op.f("fk_template_line_template_id_template"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_line")),
    )
    with op.batch_alter_table("template_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_template_line_template_id"), ["template_id"], unique=False
        )

    op.create_table(
        "cost_line",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=True),
        sa.Column("paid", sa.Integer(), nullable=True),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_cost_line_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_line")),
    )
    with op.batch_alter_table("cost_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cost_line_dossier_id"), ["dossier_id"], unique=False)

    op.create_table(
        "dossier_partner",
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_dossier_partner_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_dossier_partner_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_partner")),
        sa.UniqueConstraint(
            "dossier_id",
            "organisation_id",
            name=op.f("uq_dossier_partner_dossier_id_organisation_id"),
        ),
    )
    with op.batch_alter_table("dossier_partner", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dossier_partner_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "dossier_role",
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_dossier_role_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_role")),
    )
    with op.batch_alter_table("dossier_role", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dossier_role_dossier_id"), ["dossier_id"], unique=False
        )

    op.create_table(
        "evaluation_answer",
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_evaluation_answer_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation_answer")),
        sa.UniqueConstraint(
            "dossier_id", "question", name=op.f("uq_evaluation_answer_dossier_id_question")
        ),
    )
    op.create_table(
        "delegation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reception_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_delegation_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_delegation_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delegation_reception_id"), ["reception_id"], unique=False
        )

    op.create_table(
        "golden_book_page",
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("signatories", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reception_id", sa.Uuid(), nullable=True),
        sa.Column("scan_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_golden_book_page_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["scan_id"],
            ["document.id"],
            name=op.f("fk_golden_book_page_scan_id_document"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_golden_book_page")),
    )
    with op.batch_alter_table("golden_book_page", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_golden_book_page_reception_id"), ["reception_id"], unique=False
        )

    op.create_table(
        "mailing",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=True),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("event_at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reception_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_mailing_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing")),
    )
    with op.batch_alter_table("mailing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mailing_reception_id"), ["reception_id"], unique=False)

    op.create_table(
        "message_template",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reception_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_message_template_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_template")),
        sa.UniqueConstraint(
            "kind",
            "language",
            "reception_id",
            name=op.f("uq_message_template_kind_language_reception_id"),
        ),
    )
    with op.batch_alter_table("message_template", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_message_template_reception_id"), ["reception_id"], unique=False
        )

    op.create_table(
        "proposal",
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("again_on", sa.Date(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("reception_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_proposal_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"],
            ["reception.id"],
            name=op.f("fk_proposal_reception_id_reception"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_proposal_reception_id"), ["reception_id"], unique=False
        )

    op.create_table(
        "sending",
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("mailing_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mailing_id"],
            ["mailing.id"],
            name=op.f("fk_sending_mailing_id_mailing"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_sending_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending")),
        sa.UniqueConstraint(
            "mailing_id", "person_id", name=op.f("uq_sending_mailing_id_person_id")
        ),
    )
    with op.batch_alter_table("sending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sending_mailing_id"), ["mailing_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sending_person_id"), ["person_id"], unique=False)

    op.create_table(
        "companion",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("badge_name", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("checked_in_at", sa.DateTime(), nullable=True),
        sa.Column("guest_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["guest.id"],
            name=op.f("fk_companion_guest_id_guest"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_companion_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_companion")),
    )
    with op.batch_alter_table("companion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_companion_guest_id"), ["guest_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_companion_person_id"), ["person_id"], unique=False)

    op.create_table(
        "catering_note",
        sa.Column("instruction", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("guest_id", sa.Uuid(), nullable=False),
        sa.Column("companion_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["companion_id"],
            ["companion.id"],
            name=op.f("fk_catering_note_companion_id_companion"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["guest.id"],
            name=op.f("fk_catering_note_guest_id_guest"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catering_note")),
    )
    with op.batch_alter_table("catering_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_catering_note_guest_id"), ["guest_id"], unique=False)

    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.add_column(sa.Column("outcome", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("budget", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("papers", sa.JSON(), nullable=False, server_default="[]"))

    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stock_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_gift_stock_id"), ["stock_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_gift_stock_id_gift_stock"),
            "gift_stock",
            ["stock_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )

    with op.batch_alter_table("guest", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("invitation_round", sa.Integer(), nullable=False, server_default="1")
        )
        batch_op.add_column(sa.Column("seat", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("arrives_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("car", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("plate", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("spouse_programme", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("photo_consent", sa.String(length=40), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("checked_in_at", sa.DateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("walk_in", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("delegation_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("interprets_for_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_guest_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_guest_interprets_for_id_person"),
            "person",
            ["interprets_for_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_guest_delegation_id_delegation"),
            "delegation",
            ["delegation_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )

    with op.batch_alter_table("programme_item", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=40), nullable=False, server_default="item")
        )
        batch_op.add_column(sa.Column("phone", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("attendees", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("speaker", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("interpreter", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("travel_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("rain_plan", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("fixed", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("days_before", sa.Integer(), nullable=True))

    for table, columns in FILLED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_column("days_before")

    with op.batch_alter_table("programme_item", schema=None) as batch_op:
        batch_op.drop_column("fixed")
        batch_op.drop_column("rain_plan")
        batch_op.drop_column("travel_minutes")
        batch_op.drop_column("interpreter")
        batch_op.drop_column("speaker")
        batch_op.drop_column("attendees")
        batch_op.drop_column("phone")
        batch_op.drop_column("kind")

    with op.batch_alter_table("guest", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_guest_delegation_id_delegation"), type_="foreignkey"
        )
        batch_op.drop_constraint(
            batch_op.f("fk_guest_interprets_for_id_person"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_guest_delegation_id"))
        batch_op.drop_column("interprets_for_id")
        batch_op.drop_column("delegation_id")
        batch_op.drop_column("walk_in")
        batch_op.drop_column("checked_in_at")
        batch_op.drop_column("photo_consent")
        batch_op.drop_column("spouse_programme")
        batch_op.drop_column("plate")
        batch_op.drop_column("car")
        batch_op.drop_column("arrives_at")
        batch_op.drop_column("seat")
        batch_op.drop_column("invitation_round")

    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_gift_stock_id_gift_stock"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_gift_stock_id"))
        batch_op.drop_column("stock_id")

    with op.batch_alter_table("dossier", schema=None) as batch_op:
        batch_op.drop_column("papers")
        batch_op.drop_column("budget")
        batch_op.drop_column("outcome")

    with op.batch_alter_table("catering_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_catering_note_guest_id"))

    op.drop_table("catering_note")
    with op.batch_alter_table("companion", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_companion_person_id"))
        batch_op.drop_index(batch_op.f("ix_companion_guest_id"))

    op.drop_table("companion")
    with op.batch_alter_table("sending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sending_person_id"))
        batch_op.drop_index(batch_op.f("ix_sending_mailing_id"))

    op.drop_table("sending")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposal_reception_id"))
        batch_op.drop_index(batch_op.f("ix_proposal_person_id"))

    op.drop_table("proposal")
    with op.batch_alter_table("message_template", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_template_reception_id"))

    op.drop_table("message_template")
    with op.batch_alter_table("mailing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mailing_reception_id"))

    op.drop_table("mailing")
    with op.batch_alter_table("golden_book_page", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_golden_book_page_reception_id"))

    op.drop_table("golden_book_page")
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegation_reception_id"))

    op.drop_table("delegation")
    op.drop_table("evaluation_answer")
    with op.batch_alter_table("dossier_role", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dossier_role_dossier_id"))

    op.drop_table("dossier_role")
    with op.batch_alter_table("dossier_partner", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dossier_partner_organisation_id"))

    op.drop_table("dossier_partner")
    with op.batch_alter_table("cost_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cost_line_dossier_id"))

    op.drop_table("cost_line")
    with op.batch_alter_table("template_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_template_line_template_id"))

    op.drop_table("template_line")
    op.drop_table("template")
    op.drop_table("special_day")
    op.drop_table("gift_stock")
