"""Missions come back: agreements, texts in more languages, printed papers, gifts of any dossier."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_missions_come_back"
down_revision = "2026_11_25_missions_in_depth"
branch_labels = None
depends_on = None

FILLED = {"mission": "interpreters", "participant": "photo_consent"}


def upgrade() -> None:
    op.create_table(
        "printing",
        sa.Column("paper", sa.String(length=40), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_printing_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printing")),
    )
    with op.batch_alter_table("printing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_printing_dossier_id"), ["dossier_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_agreement_document_id_document"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_agreement_dossier_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_agreement_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agreement_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_agreement_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "mission_text",
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("destination_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["destination_id"],
            ["destination.id"],
            name=op.f("fk_mission_text_destination_id_destination"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_mission_text_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission_text")),
    )
    with op.batch_alter_table("mission_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_mission_text_destination_id"), ["destination_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_mission_text_mission_id"), ["mission_id"], unique=False
        )

    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gift_reception_id"))
        batch_op.drop_constraint(batch_op.f("fk_gift_reception_id_reception"), type_="foreignkey")
        batch_op.alter_column("reception_id", new_column_name="dossier_id")
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gift_dossier_id"), ["dossier_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_gift_dossier_id_dossier"),
            "dossier",
            ["dossier_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("task_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_meeting_task_id"), ["task_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_meeting_task_id_task"),
            "task",
            ["task_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )
        for side in ("company_id", "host_id"):
            batch_op.create_unique_constraint(
                batch_op.f(f"uq_meeting_{side}_slot_id"), [side, "slot_id"]
            )

    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tables", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("interpreters", sa.JSON(), nullable=False, server_default="[]")
        )

    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("photo_consent", sa.String(length=40), nullable=False, server_default="")
        )
    for table, column in FILLED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_column("photo_consent")

    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.drop_column("interpreters")
        batch_op.drop_column("tables")

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        for side in ("host_id", "company_id"):
            batch_op.drop_constraint(batch_op.f(f"uq_meeting_{side}_slot_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("fk_meeting_task_id_task"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_meeting_task_id"))
        batch_op.drop_column("task_id")

    op.execute(
        "UPDATE gift SET dossier_id = NULL WHERE dossier_id NOT IN (SELECT id FROM reception)"
    )
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gift_dossier_id"))
        batch_op.drop_constraint(batch_op.f("fk_gift_dossier_id_dossier"), type_="foreignkey")
        batch_op.alter_column("dossier_id", new_column_name="reception_id")
    with op.batch_alter_table("gift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gift_reception_id"), ["reception_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_gift_reception_id_reception"),
            "reception",
            ["reception_id"],
            ["id"],
            initially="IMMEDIATE",
            deferrable=True,
        )

    with op.batch_alter_table("mission_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mission_text_mission_id"))
        batch_op.drop_index(batch_op.f("ix_mission_text_destination_id"))

    op.drop_table("mission_text")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_dossier_id"))
        batch_op.drop_index(batch_op.f("ix_agreement_document_id"))

    op.drop_table("agreement")
    with op.batch_alter_table("printing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_printing_dossier_id"))

    op.drop_table("printing")
