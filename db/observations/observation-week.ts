/** Observations by kind in a week, and in the period before it for comparison. */
export const WEEK_SQL = `
SELECT kind,
  CAST(count(*) FILTER (WHERE seen_at >= :from) AS int) AS week,
  CAST(count(*) FILTER (WHERE seen_at < :from) AS int) AS before
FROM observation
WHERE area_id = ANY(CAST(:areaIds AS int[])) AND seen_at >= :beforeFrom AND seen_at < :to
GROUP BY kind
ORDER BY kind`
