import { expect, test } from 'vitest';
import { projections } from '../../src/domain/projections.ts';
import { schemaVersion } from '../../src/store/db.ts';

test.each(projections.map(({ table }) => table))(
  'a new version of the fold of %s is a new version of the database, so that an older page beside it closes',
  (table) => {
    const raised = projections.map((each) => (each.table === table ? { version: each.version + 1 } : each));
    expect(schemaVersion(raised)).toBe(schemaVersion(projections) + 1);
  },
);
