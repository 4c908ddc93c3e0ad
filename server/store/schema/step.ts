/**
 * One statement, run once. `owner` names the column that every key of an owned table begins with, so that the table can be
 * distributed by it; tables without one are directories and reference tables, small or found by their key alone.
 * Steps run in the order of their names: a new one is numbered above all others, whichever file it is in.
 */
export type Step = { name: string; ddl: string; owner?: string }
