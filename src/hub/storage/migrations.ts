import { sql, type Kysely, type Migration } from 'kysely';

/** In order; names are never changed and none is taken out. Each runs in one transaction with its record. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': { up: first },
  '002-amendments': { up: amendments },
};

async function first(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('collectives')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('is_example', 'integer', (column) => column.notNull())
    .addColumn('latest_stamp', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('lives')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('random', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('secret_key', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('lives_pk', ['collective', 'counter'])
    .execute();

  await db.schema
    .createTable('journal')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('branch', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('envelope', 'text', (column) => column.notNull())
    .addColumn('payload', 'text')
    .addColumn('payload_hash', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_pk', ['collective', 'device', 'n', 'branch'])
    .execute();
  await db.schema.createIndex('journal_hash').unique().on('journal').columns(['collective', 'hash']).execute();
  await db.schema.createIndex('journal_type').on('journal').columns(['collective', 'type']).execute();
  await db.schema
    .createIndex('journal_sealed')
    .on('journal')
    .columns(['collective', 'payload_hash'])
    .where(sql.ref('payload'), 'is', null)
    .execute();

  await db.schema
    .createTable('heads')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('heads_pk', ['collective', 'device'])
    .execute();

  await db.schema
    .createTable('signed_heads')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('signed_heads_pk', ['collective', 'device', 'n'])
    .execute();

  await db.schema
    .createTable('devices')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('letters', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text')
    .addColumn('paired_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen', 'bigint', (column) => column.notNull())
    .addColumn('app_version', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .addPrimaryKeyConstraint('devices_pk', ['collective', 'device'])
    .addUniqueConstraint('devices_letters', ['collective', 'letters'])
    .execute();
  await db.schema.createIndex('devices_token').on('devices').column('token_hash').execute();

  await db.schema
    .createTable('invitations')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'text')
    .addPrimaryKeyConstraint('invitations_pk', ['collective', 'code_hash'])
    .execute();

  await db.schema
    .createTable('media')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('media_pk', ['collective', 'sha'])
    .execute();

  await db.schema
    .createTable('published_media')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('sha', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('published_media_pk', ['collective', 'sha'])
    .execute();
  await db.schema.createIndex('published_media_sha').on('published_media').column('sha').execute();

  await db.schema
    .createTable('receipts')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('sale', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('receipts_pk', ['collective', 'secret', 'hash'])
    .execute();
  await db.schema.createIndex('receipts_secret').on('receipts').column('secret').execute();
  await db.schema.createIndex('receipts_sale').on('receipts').columns(['collective', 'sale']).execute();
}

async function amendments(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('journal_day').on('journal').columns(['collective', 'day', 'type']).execute();
  await db.schema
    .createTable('late_days')
    .addColumn('collective', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('touched_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('late_days_pk', ['collective', 'day', 'device'])
    .execute();
}
