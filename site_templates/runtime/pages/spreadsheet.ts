/*! read-excel-file, MIT License, Copyright (c) 2018 gitlab.com/catamphetamine; fflate, MIT License, Copyright (c) 2026 Arjun Barrett; saxen, MIT License, Copyright (c) 2012 Vopilovskii Konstantin, 2017 Nico Rehwaldt */
/** The script that reads spreadsheets (XLSX), fetched when someone first chooses one. */

import { readSheet } from "read-excel-file/universal";

window.imr.readSpreadsheet = async (file) => {
  const rows = await readSheet(file);
  return rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : `${cell ?? ""}`)),
  );
};
