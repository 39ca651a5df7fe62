import { hash } from 'node:crypto'
import type { Knex } from 'knex'

/** Evidence as the first release wrote it: nothing of limits, of what is near, or of a seal. */
export const FORMER_EVIDENCE = JSON.stringify({
  findings: [],
  provenance: {
    query: {
      edgeMetres: 200,
      from: '2025-01-01T00:00:00.000Z',
      geometry: { coordinates: [], type: 'Polygon' },
      ringMetres: [100, 250],
      to: '2026-01-01T00:00:00.000Z',
    },
    snapshotVersion: '0123456789abcdef0123456789abcdef',
    sources: [],
  },
})

const square = (x: number, y: number, side: number) =>
  `SRID=3006;POLYGON((${x} ${y},${x + side} ${y},${x + side} ${y + side},${x} ${y + side},${x} ${y}))`

/** Writes a row or more into every table of the first release, as it wrote them. */
export async function writeFormerRows(knex: Knex): Promise<void> {
  await knex.raw(`
INSERT INTO area (kind, name, geom) VALUES
  ('study', 'Staden', '${square(673_000, 6_579_000, 3_000)}'),
  ('district', 'Söder', '${square(673_000, 6_579_000, 2_000)}'),
  ('place', 'Torget', '${square(674_000, 6_580_000, 200)}');
INSERT INTO source (id, title, controller, legal_basis, purpose, audiences, covers_from, covers_to)
  VALUES ('polisen', 'Polisen', 'Polisen', 'Avtal', 'Lägesbild', '{analyst,planner}', '2024-01-01', '2026-12-31');
INSERT INTO camera (name, operator, purpose, status, geom)
  VALUES ('Torget', 'Okänd', 'Trygghet', 'active', 'SRID=3006;POINT(674100 6580100)');
UPDATE camera SET operator = 'Staden';
INSERT INTO patrol_zone (name, permit, purpose, valid_from, schedule, geom) VALUES ('Zon', 'A 1', 'Ordning', '2025-01-01',
  '[{"weekdays": [5, 6], "startHour": 18, "endHour": 23}]', '${square(674_000, 6_580_000, 300)}');
INSERT INTO focus_area (name, owner, programme_from, geom)
  VALUES ('Fokus', 'Nämnden', '2025-01-01', '${square(674_000, 6_580_000, 400)}');
INSERT INTO proposal (title, geom) VALUES ('Eken', '${square(674_000, 6_580_000, 150)}');
INSERT INTO context_feature (kind, name, rank, geom)
  VALUES ('school', 'Skolan', 2, 'SRID=3006;POINT(674500 6580500)');
INSERT INTO import (source_ordinal, file_name, mapping, state, rows_read, accepted, rejected, finished_at)
  VALUES (1, 'fil.csv', '{"source": "polisen"}', 'done', 4, 3, 1, now());
INSERT INTO import_reject (import_id, line, reason, detail, text) VALUES (1, 5, 'no-time', 'is blank', 'rad');
INSERT INTO incident (content_hash, import_id, source_ordinal, external_id, from_minute, to_minute, category_index, flags,
  setting_code, precision_code, weight, text, geom)
SELECT n, 1, 1, 'k-' || n, 29300000 + n, 29300060 + n, 4, 0, 1, 0, 1, 'Cykel vid Eken',
  st_setsrid(st_makepoint(674000 + 10 * n, 6580050), 3006)
FROM generate_series(1, 3) AS n ORDER BY n;
UPDATE incident SET weight = 2, content_hash = 11 WHERE id = 1;
UPDATE incident SET live = false, retracted_reason = 'fel plats' WHERE id = 2`)
  await knex('review').insert({
    proposal_id: 1,
    snapshot_version: '0123456789abcdef0123456789abcdef',
    visible: knex.raw('pg_current_snapshot()'),
    epoch: knex('city').select('epoch'),
    state: 'open',
    created_at: new Date('2026-02-01T12:00:00Z'),
    evidence: FORMER_EVIDENCE,
    sha256: hash('sha256', FORMER_EVIDENCE),
  })
}
