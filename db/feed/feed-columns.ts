/**
 * An incident as the feed sends it, all fields of fixed length, so that it is read at fixed offsets: eight numbers of
 * four bytes, two of eight, and one text that is null but for the header of a poll. `readBatches` knows the lengths.
 * Positions lie on the 1 cm grid: multiplying by 100 and rounding is exact.
 *
 * Shifts stand in parentheses: PostgreSQL gives `<<` and `|` the same precedence, from left to right.
 *
 * @param id name of the column that holds the incident's id
 */
export const feedColumns = (id: string) => `${id}, revision,
    round(st_x(geom) * 100)::int, round(st_y(geom) * 100)::int,
    from_minute, to_minute, weight, content_hash,
    (((live::int << 16) | source_ordinal::int)::bigint << 32)
      | (category_index::int | (flags::int << 8) | (precision_code::int << 16) | (setting_code::int << 20))::bigint,
    NULL::text`

/** As many fields as `feedColumns` with nothing in them, before a header. */
export const FEED_HEADER_COLUMNS = '0, 0, 0, 0, 0, 0, 0, 0::bigint, 0::bigint'
