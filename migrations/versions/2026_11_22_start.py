"""start"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None

# Modules and releases point at each other. SQLite takes both at once; PostgreSQL wants this one afterwards.
CIRCLE = "fk_modules_current_release_id_releases"
GUARDS = {
    "sqlite": [
        "CREATE TRIGGER IF NOT EXISTS ledger_entries_no_update BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
        "CREATE TRIGGER IF NOT EXISTS ledger_entries_no_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
        "CREATE TRIGGER IF NOT EXISTS ledger_entries_no_replace BEFORE INSERT ON ledger_entries WHEN EXISTS (SELECT 1 FROM ledger_entries WHERE seq >= NEW.seq OR hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    ],
    "postgresql": [
        "CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
        'DROP TRIGGER IF EXISTS ledger_entries_no_change ON ledger_entries',
        'CREATE TRIGGER ledger_entries_no_change BEFORE UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()',
        'DROP TRIGGER IF EXISTS ledger_entries_no_truncate ON ledger_entries',
        'CREATE TRIGGER ledger_entries_no_truncate BEFORE TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()',
    ],
}


def upgrade():
    op.create_table('course_releases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course', sa.String(length=60), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('motif', sa.String(length=20), nullable=False),
    sa.Column('texts', sa.JSON(), nullable=False),
    sa.Column('module_order', sa.JSON(), nullable=False),
    sa.Column('source', sa.JSON(), nullable=False),
    sa.Column('author', sa.String(length=160), nullable=False),
    sa.Column('reviewer', sa.String(length=160), nullable=False),
    sa.Column('published_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_releases')),
    sa.UniqueConstraint('course', 'number', name=op.f('uq_course_releases_course_number'))
    )
    with op.batch_alter_table('course_releases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_course_releases_course'), ['course'], unique=False)

    op.create_table('ledger_entries',
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('algorithm', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('deed', sa.String(length=20), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.Column('subject', sa.String(length=64), nullable=False),
    sa.Column('other', sa.String(length=64), nullable=False),
    sa.Column('module', sa.String(length=130), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=True),
    sa.Column('release_id', sa.Integer(), nullable=True),
    sa.Column('release_hash', sa.String(length=64), nullable=False),
    sa.Column('evidence_hash', sa.String(length=64), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=True),
    sa.Column('request_version', sa.Integer(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('conflict', sa.String(length=10), nullable=False),
    sa.Column('texts_hash', sa.String(length=64), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.Column('previous', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('signature', sa.String(length=128), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_ledger_entries')),
    sa.UniqueConstraint('actor', 'client_key', name=op.f('uq_ledger_entries_actor_client_key')),
    sa.UniqueConstraint('hash', name=op.f('uq_ledger_entries_hash'))
    )
    with op.batch_alter_table('ledger_entries', schema=None) as batch_op:
        batch_op.create_index('ix_ledger_entries_subject', ['subject', 'module'], unique=False)

    op.create_table('media',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('content_type', sa.String(length=60), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_media'))
    )
    op.create_table('modules',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course', sa.String(length=60), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('current_release_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['current_release_id'], ['releases.id'], name=CIRCLE, use_alter=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_modules')),
    sa.UniqueConstraint('course', 'slug', name=op.f('uq_modules_course_slug'))
    )
    with op.batch_alter_table('modules', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_modules_course'), ['course'], unique=False)

    op.create_table('people',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=True),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('zone', sa.String(length=4), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('disabled_at', sa.DateTime(), nullable=True),
    sa.Column('erased_at', sa.DateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('email', name=op.f('uq_people_email'))
    )
    op.create_table('credentials',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('course', sa.String(length=60), nullable=False),
    sa.Column('titles', sa.JSON(), nullable=False),
    sa.Column('motif', sa.String(length=20), nullable=False),
    sa.Column('awarded_at', sa.DateTime(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('name_shown', sa.String(length=10), nullable=False),
    sa.Column('entries', sa.JSON(), nullable=False),
    sa.Column('witness', sa.JSON(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_credentials_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_credentials')),
    sa.UniqueConstraint('code', name=op.f('uq_credentials_code')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_credentials_person_id_client_key'))
    )
    with op.batch_alter_table('credentials', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_credentials_person_id'), ['person_id'], unique=False)

    op.create_table('decision_texts',
    sa.Column('seq', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('salt', sa.String(length=64), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.Column('next_step', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['seq'], ['ledger_entries.seq'], name=op.f('fk_decision_texts_seq')),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_decision_texts'))
    )
    op.create_table('invitations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('seed', sa.String(length=32), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=True),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=False),
    sa.Column('used_at', sa.DateTime(), nullable=True),
    sa.Column('replaced_at', sa.DateTime(), nullable=True),
    sa.Column('asked_again_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_invitations_made_by_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_invitations_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('made_by_id', 'client_key', name=op.f('uq_invitations_made_by_id_client_key')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitations_token_hash'))
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_person_id'), ['person_id'], unique=False)

    op.create_table('kept_forms',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=400), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('kept_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_kept_forms_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kept_forms'))
    )
    with op.batch_alter_table('kept_forms', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kept_forms_kept_at'), ['kept_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_kept_forms_person_id'), ['person_id'], unique=False)

    op.create_table('ledger_commitments',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('salt', sa.String(length=64), nullable=False),
    sa.Column('commitment', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_ledger_commitments_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_ledger_commitments')),
    sa.UniqueConstraint('commitment', name=op.f('uq_ledger_commitments_commitment'))
    )
    op.create_table('observations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('observer_id', sa.Integer(), nullable=False),
    sa.Column('learner_id', sa.Integer(), nullable=False),
    sa.Column('competency', sa.String(length=8), nullable=False),
    sa.Column('mode', sa.String(length=20), nullable=False),
    sa.Column('scene', sa.String(length=120), nullable=False),
    sa.Column('language', sa.String(length=20), nullable=False),
    sa.Column('framework_version', sa.Integer(), nullable=False),
    sa.Column('observed_on', sa.Date(), nullable=False),
    sa.Column('heard', sa.Text(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['learner_id'], ['people.id'], name=op.f('fk_observations_learner_id')),
    sa.ForeignKeyConstraint(['observer_id'], ['people.id'], name=op.f('fk_observations_observer_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_observations')),
    sa.UniqueConstraint('observer_id', 'client_key', 'competency', name=op.f('uq_observations_observer_id_client_key_competency'))
    )
    with op.batch_alter_table('observations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_observations_learner_id'), ['learner_id'], unique=False)

    op.create_table('partnerships',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('professional', sa.String(length=160), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('created_by_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['created_by_id'], ['people.id'], name=op.f('fk_partnerships_created_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partnerships')),
    sa.UniqueConstraint('created_by_id', 'client_key', name=op.f('uq_partnerships_created_by_id_client_key'))
    )
    op.create_table('places',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('lesson', sa.String(length=80), nullable=False),
    sa.Column('heading', sa.String(length=120), nullable=False),
    sa.Column('permille', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_places_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_places_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_places')),
    sa.UniqueConstraint('person_id', 'module_id', name=op.f('uq_places_person_id_module_id'))
    )
    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_places_person_id'), ['person_id'], unique=False)

    op.create_table('releases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('content_hash', sa.String(length=64), nullable=False),
    sa.Column('change', sa.String(length=12), nullable=False),
    sa.Column('outline', sa.JSON(), nullable=False),
    sa.Column('paper', sa.JSON(), nullable=True),
    sa.Column('source', sa.JSON(), nullable=False),
    sa.Column('author', sa.String(length=160), nullable=False),
    sa.Column('reviewer', sa.String(length=160), nullable=False),
    sa.Column('published_at', sa.DateTime(), nullable=False),
    sa.Column('published_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_releases_module_id')),
    sa.ForeignKeyConstraint(['published_by_id'], ['people.id'], name=op.f('fk_releases_published_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_releases')),
    sa.UniqueConstraint('module_id', 'number', name=op.f('uq_releases_module_id_number'))
    )
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_releases_content_hash'), ['content_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_releases_module_id'), ['module_id'], unique=False)

    op.create_table('roles',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.Column('since', sa.DateTime(), nullable=False),
    sa.Column('given_by_id', sa.Integer(), nullable=True),
    sa.Column('until', sa.DateTime(), nullable=True),
    sa.Column('ended_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['ended_by_id'], ['people.id'], name=op.f('fk_roles_ended_by_id')),
    sa.ForeignKeyConstraint(['given_by_id'], ['people.id'], name=op.f('fk_roles_given_by_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_roles_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_roles'))
    )
    with op.batch_alter_table('roles', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_roles_person_id'), ['person_id'], unique=False)
        batch_op.create_index('uq_roles_held', ['person_id', 'role'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))

    op.create_table('sign_ins',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('started_at', sa.DateTime(), nullable=False),
    sa.Column('seen_at', sa.DateTime(), nullable=False),
    sa.Column('ended_at', sa.DateTime(), nullable=True),
    sa.Column('device', sa.String(length=120), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sign_ins_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_ins')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_sign_ins_token_hash'))
    )
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_ins_person_id'), ['person_id'], unique=False)

    op.create_table('supervisions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('supervisor_id', sa.Integer(), nullable=False),
    sa.Column('facilitator_id', sa.Integer(), nullable=False),
    sa.Column('since', sa.DateTime(), nullable=False),
    sa.Column('until', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['facilitator_id'], ['people.id'], name=op.f('fk_supervisions_facilitator_id')),
    sa.ForeignKeyConstraint(['supervisor_id'], ['people.id'], name=op.f('fk_supervisions_supervisor_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_supervisions'))
    )
    with op.batch_alter_table('supervisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_supervisions_facilitator_id'), ['facilitator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_supervisions_supervisor_id'), ['supervisor_id'], unique=False)
        batch_op.create_index('uq_supervisions_lasting', ['supervisor_id', 'facilitator_id'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))

    op.create_table('attempts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.Column('seed', sa.Integer(), nullable=False),
    sa.Column('started_at', sa.DateTime(), nullable=False),
    sa.Column('submitted_at', sa.DateTime(), nullable=True),
    sa.Column('score', sa.Double(), nullable=True),
    sa.Column('passed', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_attempts_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_attempts_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempts')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_attempts_person_id_client_key'))
    )
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attempts_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attempts_release_id'), ['release_id'], unique=False)

    op.create_table('drafts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('course', sa.String(length=60), nullable=False),
    sa.Column('module', sa.String(length=60), nullable=False),
    sa.Column('base_release_id', sa.Integer(), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('created_by_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['base_release_id'], ['releases.id'], name=op.f('fk_drafts_base_release_id')),
    sa.ForeignKeyConstraint(['created_by_id'], ['people.id'], name=op.f('fk_drafts_created_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drafts')),
    sa.UniqueConstraint('created_by_id', 'client_key', name=op.f('uq_drafts_created_by_id_client_key'))
    )
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_drafts_created_by_id'), ['created_by_id'], unique=False)

    op.create_table('enrolments',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('since', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_enrolments_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_enrolments_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_enrolments_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolments')),
    sa.UniqueConstraint('person_id', 'release_id', name=op.f('uq_enrolments_person_id_release_id'))
    )
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_enrolments_module_id'), ['module_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_enrolments_person_id'), ['person_id'], unique=False)

    op.create_table('partnership_people',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('partnership_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('part', sa.String(length=12), nullable=False),
    sa.Column('since', sa.DateTime(), nullable=False),
    sa.Column('until', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['partnership_id'], ['partnerships.id'], name=op.f('fk_partnership_people_partnership_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_partnership_people_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partnership_people'))
    )
    with op.batch_alter_table('partnership_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partnership_people_partnership_id'), ['partnership_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_partnership_people_person_id'), ['person_id'], unique=False)

    op.create_table('partnership_records',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('partnership_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['partnership_id'], ['partnerships.id'], name=op.f('fk_partnership_records_partnership_id')),
    sa.ForeignKeyConstraint(['written_by_id'], ['people.id'], name=op.f('fk_partnership_records_written_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_partnership_records')),
    sa.UniqueConstraint('written_by_id', 'client_key', name=op.f('uq_partnership_records_written_by_id_client_key'))
    )
    with op.batch_alter_table('partnership_records', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_partnership_records_partnership_id'), ['partnership_id'], unique=False)

    op.create_table('practice_records',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('task', sa.String(length=80), nullable=False),
    sa.Column('company', sa.String(length=20), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_practice_records_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_practice_records_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_practice_records_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practice_records')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_practice_records_person_id_client_key'))
    )
    with op.batch_alter_table('practice_records', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practice_records_person_id'), ['person_id'], unique=False)

    op.create_table('readings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('lesson', sa.String(length=80), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('read_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_readings_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_readings_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_readings')),
    sa.UniqueConstraint('person_id', 'release_id', 'lesson', name=op.f('uq_readings_person_id_release_id_lesson'))
    )
    with op.batch_alter_table('readings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_readings_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_readings_release_id'), ['release_id'], unique=False)

    op.create_table('reflection_shares',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('prompt', sa.String(length=80), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('shared_at', sa.DateTime(), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(), nullable=True),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_reflection_shares_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reflection_shares_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_reflection_shares_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflection_shares')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_reflection_shares_person_id_client_key'))
    )
    with op.batch_alter_table('reflection_shares', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflection_shares_person_id'), ['person_id'], unique=False)

    op.create_table('reflections',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('prompt', sa.String(length=80), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_reflections_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reflections_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_reflections_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reflections')),
    sa.UniqueConstraint('person_id', 'module_id', 'prompt', name=op.f('uq_reflections_person_id_module_id_prompt'))
    )
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reflections_person_id'), ['person_id'], unique=False)

    op.create_table('release_assets',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=200), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_release_assets_release_id')),
    sa.ForeignKeyConstraint(['sha256'], ['media.sha256'], name=op.f('fk_release_assets_sha256')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_release_assets')),
    sa.UniqueConstraint('release_id', 'path', name=op.f('uq_release_assets_release_id_path'))
    )
    with op.batch_alter_table('release_assets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_release_assets_release_id'), ['release_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_release_assets_sha256'), ['sha256'], unique=False)

    op.create_table('release_lessons',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('html', sa.Text(), nullable=False),
    sa.Column('short_html', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('extras', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_release_lessons_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_release_lessons')),
    sa.UniqueConstraint('release_id', 'slug', 'language', name=op.f('uq_release_lessons_release_id_slug_language'))
    )
    with op.batch_alter_table('release_lessons', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_release_lessons_release_id'), ['release_id'], unique=False)

    op.create_table('signoff_requests',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('module_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('requested_at', sa.DateTime(), nullable=False),
    sa.Column('renewed_at', sa.DateTime(), nullable=False),
    sa.Column('course', sa.String(length=60), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('summary', sa.JSON(), nullable=False),
    sa.Column('needs_two', sa.Boolean(), nullable=False),
    sa.Column('is_back', sa.Boolean(), nullable=False),
    sa.Column('is_clear', sa.Boolean(), nullable=False),
    sa.Column('first_by_id', sa.Integer(), nullable=True),
    sa.Column('waits_for_id', sa.Integer(), nullable=True),
    sa.Column('closed_at', sa.DateTime(), nullable=True),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['first_by_id'], ['people.id'], name=op.f('fk_signoff_requests_first_by_id')),
    sa.ForeignKeyConstraint(['module_id'], ['modules.id'], name=op.f('fk_signoff_requests_module_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_signoff_requests_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_signoff_requests_release_id')),
    sa.ForeignKeyConstraint(['waits_for_id'], ['people.id'], name=op.f('fk_signoff_requests_waits_for_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signoff_requests')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_signoff_requests_person_id_client_key'))
    )
    with op.batch_alter_table('signoff_requests', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signoff_requests_module_id'), ['module_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_signoff_requests_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_signoff_requests_waiting', ['closed_at', 'requested_at', 'id'], unique=False)
        batch_op.create_index('uq_signoff_requests_open', ['person_id', 'module_id'], unique=True, sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))

    op.create_table('ticks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('observation_id', sa.Integer(), nullable=False),
    sa.Column('behaviour', sa.String(length=12), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['observation_id'], ['observations.id'], name=op.f('fk_ticks_observation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ticks')),
    sa.UniqueConstraint('observation_id', 'behaviour', name=op.f('uq_ticks_observation_id_behaviour'))
    )
    with op.batch_alter_table('ticks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ticks_observation_id'), ['observation_id'], unique=False)

    op.create_table('answers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attempt_id', sa.Integer(), nullable=False),
    sa.Column('question', sa.String(length=80), nullable=False),
    sa.Column('response', sa.JSON(), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.Column('score', sa.Double(), nullable=True),
    sa.ForeignKeyConstraint(['attempt_id'], ['attempts.id'], name=op.f('fk_answers_attempt_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answers')),
    sa.UniqueConstraint('attempt_id', 'question', name=op.f('uq_answers_attempt_id_question'))
    )
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_answers_attempt_id'), ['attempt_id'], unique=False)

    op.create_table('draft_assets',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=200), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.Column('saved_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_assets_draft_id')),
    sa.ForeignKeyConstraint(['saved_by_id'], ['people.id'], name=op.f('fk_draft_assets_saved_by_id')),
    sa.ForeignKeyConstraint(['sha256'], ['media.sha256'], name=op.f('fk_draft_assets_sha256')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_assets')),
    sa.UniqueConstraint('draft_id', 'path', name=op.f('uq_draft_assets_draft_id_path'))
    )
    with op.batch_alter_table('draft_assets', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_assets_draft_id'), ['draft_id'], unique=False)

    op.create_table('draft_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=120), nullable=False),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.Column('saved_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_files_draft_id')),
    sa.ForeignKeyConstraint(['saved_by_id'], ['people.id'], name=op.f('fk_draft_files_saved_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_files')),
    sa.UniqueConstraint('draft_id', 'path', name=op.f('uq_draft_files_draft_id_path'))
    )
    with op.batch_alter_table('draft_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_files_draft_id'), ['draft_id'], unique=False)

    op.create_table('draft_publications',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_publications_draft_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_draft_publications_person_id')),
    sa.ForeignKeyConstraint(['release_id'], ['releases.id'], name=op.f('fk_draft_publications_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_publications')),
    sa.UniqueConstraint('draft_id', name=op.f('uq_draft_publications_draft_id'))
    )
    op.create_table('draft_reviews',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(length=10), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('fingerprint', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_reviews_draft_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_draft_reviews_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_reviews')),
    sa.UniqueConstraint('person_id', 'client_key', name=op.f('uq_draft_reviews_person_id_client_key'))
    )
    with op.batch_alter_table('draft_reviews', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_reviews_draft_id'), ['draft_id'], unique=False)

    op.create_table('draft_saves',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=120), nullable=False),
    sa.Column('version', sa.Integer(), nullable=True),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('saved_at', sa.DateTime(), nullable=False),
    sa.Column('saved_by_id', sa.Integer(), nullable=False),
    sa.Column('client_key', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['drafts.id'], name=op.f('fk_draft_saves_draft_id')),
    sa.ForeignKeyConstraint(['saved_by_id'], ['people.id'], name=op.f('fk_draft_saves_saved_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_saves')),
    sa.UniqueConstraint('draft_id', 'path', 'version', name=op.f('uq_draft_saves_draft_id_path_version'))
    )
    with op.batch_alter_table('draft_saves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_saves_draft_id'), ['draft_id'], unique=False)

    op.create_table('signoff_request_versions',
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('evidence_hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['request_id'], ['signoff_requests.id'], name=op.f('fk_signoff_request_versions_request_id')),
    sa.PrimaryKeyConstraint('request_id', 'version', name=op.f('pk_signoff_request_versions'))
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_foreign_key(CIRCLE, "modules", "releases", ["current_release_id"], ["id"])
    for statement in GUARDS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade():
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(CIRCLE, "modules")
    op.drop_table('signoff_request_versions')
    with op.batch_alter_table('draft_saves', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_saves_draft_id'))

    op.drop_table('draft_saves')
    with op.batch_alter_table('draft_reviews', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_reviews_draft_id'))

    op.drop_table('draft_reviews')
    op.drop_table('draft_publications')
    with op.batch_alter_table('draft_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_files_draft_id'))

    op.drop_table('draft_files')
    with op.batch_alter_table('draft_assets', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_assets_draft_id'))

    op.drop_table('draft_assets')
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_answers_attempt_id'))

    op.drop_table('answers')
    with op.batch_alter_table('ticks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_ticks_observation_id'))

    op.drop_table('ticks')
    with op.batch_alter_table('signoff_requests', schema=None) as batch_op:
        batch_op.drop_index('uq_signoff_requests_open', sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))
        batch_op.drop_index('ix_signoff_requests_waiting')
        batch_op.drop_index(batch_op.f('ix_signoff_requests_person_id'))
        batch_op.drop_index(batch_op.f('ix_signoff_requests_module_id'))

    op.drop_table('signoff_requests')
    with op.batch_alter_table('release_lessons', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_release_lessons_release_id'))

    op.drop_table('release_lessons')
    with op.batch_alter_table('release_assets', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_release_assets_sha256'))
        batch_op.drop_index(batch_op.f('ix_release_assets_release_id'))

    op.drop_table('release_assets')
    with op.batch_alter_table('reflections', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflections_person_id'))

    op.drop_table('reflections')
    with op.batch_alter_table('reflection_shares', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reflection_shares_person_id'))

    op.drop_table('reflection_shares')
    with op.batch_alter_table('readings', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_readings_release_id'))
        batch_op.drop_index(batch_op.f('ix_readings_person_id'))

    op.drop_table('readings')
    with op.batch_alter_table('practice_records', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_practice_records_person_id'))

    op.drop_table('practice_records')
    with op.batch_alter_table('partnership_records', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partnership_records_partnership_id'))

    op.drop_table('partnership_records')
    with op.batch_alter_table('partnership_people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_partnership_people_person_id'))
        batch_op.drop_index(batch_op.f('ix_partnership_people_partnership_id'))

    op.drop_table('partnership_people')
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_enrolments_person_id'))
        batch_op.drop_index(batch_op.f('ix_enrolments_module_id'))

    op.drop_table('enrolments')
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_drafts_created_by_id'))

    op.drop_table('drafts')
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_attempts_release_id'))
        batch_op.drop_index(batch_op.f('ix_attempts_person_id'))

    op.drop_table('attempts')
    with op.batch_alter_table('supervisions', schema=None) as batch_op:
        batch_op.drop_index('uq_supervisions_lasting', sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
        batch_op.drop_index(batch_op.f('ix_supervisions_supervisor_id'))
        batch_op.drop_index(batch_op.f('ix_supervisions_facilitator_id'))

    op.drop_table('supervisions')
    with op.batch_alter_table('sign_ins', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_ins_person_id'))

    op.drop_table('sign_ins')
    with op.batch_alter_table('roles', schema=None) as batch_op:
        batch_op.drop_index('uq_roles_held', sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
        batch_op.drop_index(batch_op.f('ix_roles_person_id'))

    op.drop_table('roles')
    with op.batch_alter_table('releases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_releases_module_id'))
        batch_op.drop_index(batch_op.f('ix_releases_content_hash'))

    op.drop_table('releases')
    with op.batch_alter_table('places', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_places_person_id'))

    op.drop_table('places')
    op.drop_table('partnerships')
    with op.batch_alter_table('observations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_observations_learner_id'))

    op.drop_table('observations')
    op.drop_table('ledger_commitments')
    with op.batch_alter_table('kept_forms', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_kept_forms_person_id'))
        batch_op.drop_index(batch_op.f('ix_kept_forms_kept_at'))

    op.drop_table('kept_forms')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_person_id'))

    op.drop_table('invitations')
    op.drop_table('decision_texts')
    with op.batch_alter_table('credentials', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_credentials_person_id'))

    op.drop_table('credentials')
    op.drop_table('people')
    with op.batch_alter_table('modules', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_modules_course'))

    op.drop_table('modules')
    op.drop_table('media')
    with op.batch_alter_table('ledger_entries', schema=None) as batch_op:
        batch_op.drop_index('ix_ledger_entries_subject')

    op.drop_table('ledger_entries')
    with op.batch_alter_table('course_releases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_course_releases_course'))

    op.drop_table('course_releases')
