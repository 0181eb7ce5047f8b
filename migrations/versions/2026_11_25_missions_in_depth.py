"""Missions in depth: delegations, travel, matchmaking, rooms, costs in every currency."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2026_11_25_missions_in_depth"
down_revision = "2026_11_25_receptions_in_depth"
branch_labels = None
depends_on = None

FILLED = {"cost_line": "currency", "programme_item": "time_zone"}


def upgrade() -> None:
    op.create_table(
        "emission_factor",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("travel_class", sa.String(length=40), nullable=False),
        sa.Column("from_km", sa.Double(), nullable=False),
        sa.Column("below_km", sa.Double(), nullable=True),
        sa.Column("with_contrails", sa.Boolean(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emission_factor")),
    )
    op.create_table(
        "exchange_rate",
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("euro", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_rate")),
    )
    op.create_table(
        "mission",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("register_by", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("foreword", sa.Text(), nullable=False),
        sa.Column("practical", sa.Text(), nullable=False),
        sa.Column("emergency", sa.Text(), nullable=False),
        sa.Column("organiser_id", sa.Uuid(), nullable=True),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"],
            ["dossier.id"],
            name=op.f("fk_mission_id_dossier"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organiser_id"],
            ["organisation.id"],
            name=op.f("fk_mission_organiser_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["mission.id"],
            name=op.f("fk_mission_parent_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
    )
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mission_organiser_id"), ["organiser_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mission_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "destination",
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country_code", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("arrives_on", sa.Date(), nullable=True),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_destination_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destination")),
    )
    with op.batch_alter_table("destination", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_destination_mission_id"), ["mission_id"], unique=False)

    op.create_table(
        "fair_party",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("offered", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("away", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_fair_party_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_fair_party_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_fair_party_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_party")),
    )
    with op.batch_alter_table("fair_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fair_party_mission_id"), ["mission_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_fair_party_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_fair_party_person_id"), ["person_id"], unique=False)

    op.create_table(
        "fair_slot",
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_fair_slot_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_slot")),
    )
    with op.batch_alter_table("fair_slot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fair_slot_mission_id"), ["mission_id"], unique=False)

    op.create_table(
        "leg",
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("travel_class", sa.String(length=40), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("end", sa.Text(), nullable=False),
        sa.Column("departs_at", sa.DateTime(), nullable=True),
        sa.Column("arrives_at", sa.DateTime(), nullable=True),
        sa.Column("distance_km", sa.Double(), nullable=True),
        sa.Column("shared_by", sa.Integer(), nullable=True),
        sa.Column("train_minutes", sa.Integer(), nullable=True),
        sa.Column("motive", sa.Text(), nullable=False),
        sa.Column("factor_value", sa.Double(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("factor_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["factor_id"],
            ["emission_factor.id"],
            name=op.f("fk_leg_factor_id_emission_factor"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_leg_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
    )
    with op.batch_alter_table("leg", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leg_factor_id"), ["factor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_leg_mission_id"), ["mission_id"], unique=False)

    op.create_table(
        "objective",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("reached", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_objective_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_objective_mission_id"), ["mission_id"], unique=False)

    op.create_table(
        "participant",
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation_name", sa.Text(), nullable=False),
        sa.Column("badge_name", sa.Text(), nullable=False),
        sa.Column("bio", sa.Text(), nullable=False),
        sa.Column("manual_place", sa.Integer(), nullable=True),
        sa.Column("place_reason", sa.Text(), nullable=False),
        sa.Column("host_place", sa.Integer(), nullable=True),
        sa.Column("arrives_at", sa.DateTime(), nullable=True),
        sa.Column("leaves_at", sa.DateTime(), nullable=True),
        sa.Column("emergency_contact", sa.Text(), nullable=False),
        sa.Column("emergency_phone", sa.Text(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawal_rule", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("with_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_participant_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_participant_organisation_id_organisation"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_participant_person_id_person"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["with_id"],
            ["participant.id"],
            name=op.f("fk_participant_with_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "mission_id", "person_id", name=op.f("uq_participant_mission_id_person_id")
        ),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_mission_id"), ["mission_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_participant_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_participant_person_id"), ["person_id"], unique=False)

    op.create_table(
        "participant_group",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_participant_group_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant_group")),
        sa.UniqueConstraint(
            "mission_id", "name", name=op.f("uq_participant_group_mission_id_name")
        ),
    )
    op.create_table(
        "room",
        sa.Column("hotel", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("mission_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"],
            ["mission.id"],
            name=op.f("fk_room_mission_id_mission"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_room_mission_id"), ["mission_id"], unique=False)

    op.create_table(
        "cost_share",
        sa.Column("payer", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["cost_line.id"],
            name=op.f("fk_cost_share_line_id_cost_line"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_cost_share_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cost_share")),
    )
    with op.batch_alter_table("cost_share", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cost_share_line_id"), ["line_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_cost_share_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "fair_wish",
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["fair_party.id"],
            name=op.f("fk_fair_wish_other_id_fair_party"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["fair_party.id"],
            name=op.f("fk_fair_wish_party_id_fair_party"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_wish")),
        sa.UniqueConstraint("party_id", "other_id", name=op.f("uq_fair_wish_party_id_other_id")),
    )
    with op.batch_alter_table("fair_wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fair_wish_other_id"), ["other_id"], unique=False)

    op.create_table(
        "group_member",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["participant_group.id"],
            name=op.f("fk_group_member_group_id_participant_group"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_group_member_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_member")),
        sa.UniqueConstraint(
            "group_id", "participant_id", name=op.f("uq_group_member_group_id_participant_id")
        ),
    )
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_group_member_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "item_for",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["participant_group.id"],
            name=op.f("fk_item_for_group_id_participant_group"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["programme_item.id"],
            name=op.f("fk_item_for_item_id_programme_item"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_item_for_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_for")),
    )
    with op.batch_alter_table("item_for", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_for_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_item_for_item_id"), ["item_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_item_for_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "leg_traveller",
        sa.Column("leg_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leg_id"],
            ["leg.id"],
            name=op.f("fk_leg_traveller_leg_id_leg"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_leg_traveller_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg_traveller")),
        sa.UniqueConstraint(
            "leg_id", "participant_id", name=op.f("uq_leg_traveller_leg_id_participant_id")
        ),
    )
    with op.batch_alter_table("leg_traveller", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_leg_traveller_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "meeting",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("interpreter", sa.Text(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("company_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["fair_party.id"],
            name=op.f("fk_meeting_company_id_fair_party"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"],
            ["fair_party.id"],
            name=op.f("fk_meeting_host_id_fair_party"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"],
            ["fair_slot.id"],
            name=op.f("fk_meeting_slot_id_fair_slot"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_company_id"), ["company_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_slot_id"), ["slot_id"], unique=False)

    op.create_table(
        "room_sleeper",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_room_sleeper_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["room.id"],
            name=op.f("fk_room_sleeper_room_id_room"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_sleeper")),
        sa.UniqueConstraint(
            "room_id", "participant_id", name=op.f("uq_room_sleeper_room_id_participant_id")
        ),
    )
    with op.batch_alter_table("room_sleeper", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_room_sleeper_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "travel_papers",
        sa.Column("machine_name", sa.Text(), nullable=False),
        sa.Column("ticket_name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("nationality", sa.String(length=2), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("visa", sa.String(length=40), nullable=False),
        sa.Column("visa_granted_on", sa.Date(), nullable=True),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_travel_papers_participant_id_participant"),
            initially="IMMEDIATE",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_papers")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_travel_papers_participant_id")),
    )
    with op.batch_alter_table("cost_line", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("currency", sa.String(length=3), nullable=False, server_default="EUR")
        )
        batch_op.add_column(sa.Column("spent_on", sa.Date(), nullable=True))

    with op.batch_alter_table("programme_item", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("time_zone", sa.String(length=64), nullable=False, server_default="")
        )

    for table, column in FILLED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("programme_item", schema=None) as batch_op:
        batch_op.drop_column("time_zone")

    with op.batch_alter_table("cost_line", schema=None) as batch_op:
        batch_op.drop_column("spent_on")
        batch_op.drop_column("currency")

    op.drop_table("travel_papers")
    with op.batch_alter_table("room_sleeper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_room_sleeper_participant_id"))

    op.drop_table("room_sleeper")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_slot_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_host_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_company_id"))

    op.drop_table("meeting")
    with op.batch_alter_table("leg_traveller", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leg_traveller_participant_id"))

    op.drop_table("leg_traveller")
    with op.batch_alter_table("item_for", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_item_for_participant_id"))
        batch_op.drop_index(batch_op.f("ix_item_for_item_id"))
        batch_op.drop_index(batch_op.f("ix_item_for_group_id"))

    op.drop_table("item_for")
    with op.batch_alter_table("group_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_member_participant_id"))

    op.drop_table("group_member")
    with op.batch_alter_table("fair_wish", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fair_wish_other_id"))

    op.drop_table("fair_wish")
    with op.batch_alter_table("cost_share", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cost_share_participant_id"))
        batch_op.drop_index(batch_op.f("ix_cost_share_line_id"))

    op.drop_table("cost_share")
    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_room_mission_id"))

    op.drop_table("room")
    op.drop_table("participant_group")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_person_id"))
        batch_op.drop_index(batch_op.f("ix_participant_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_participant_mission_id"))

    op.drop_table("participant")
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objective_mission_id"))

    op.drop_table("objective")
    with op.batch_alter_table("leg", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_leg_mission_id"))
        batch_op.drop_index(batch_op.f("ix_leg_factor_id"))

    op.drop_table("leg")
    with op.batch_alter_table("fair_slot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fair_slot_mission_id"))

    op.drop_table("fair_slot")
    with op.batch_alter_table("fair_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fair_party_person_id"))
        batch_op.drop_index(batch_op.f("ix_fair_party_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_fair_party_mission_id"))

    op.drop_table("fair_party")
    with op.batch_alter_table("destination", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_destination_mission_id"))

    op.drop_table("destination")
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mission_parent_id"))
        batch_op.drop_index(batch_op.f("ix_mission_organiser_id"))

    op.drop_table("mission")
    op.drop_table("exchange_rate")
    op.drop_table("emission_factor")
