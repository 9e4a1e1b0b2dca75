/** The two database engines. One query text serves both; only the schema and the locks differ. */
export type Engine = 'sqlite' | 'postgres';
