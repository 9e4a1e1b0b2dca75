/** What people keep under a name, and no record of the fund; the conventions are those of all tables. */
export type KeptTables = {
  /** What somebody supposed of the future: a working paper; `choice` is JSON. */
  saved_forecast: {
    id: string;
    name: string;
    name_key: string;
    choice: string;
    recorded_at: string;
    recorded_by: string;
  };
  /** An address of the program that a person keeps under a name. */
  saved_view: {
    id: string;
    person_id: string;
    name: string;
    name_key: string;
    path: string;
    recorded_at: string;
  };
};
