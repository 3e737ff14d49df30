/*! minisearch, MIT License, Copyright 2022 Luca Ongaro; stemmer, MIT License, Copyright (c) 2014 Titus Wormer */
/** The script of the search, fetched when someone first opens it. */

import { whenReady } from "../ui/ready";
import { SearchDialog } from "../views/search/dialog";

let dialog: SearchDialog | undefined;

whenReady(() => {
  window.imr.openSearch = (base) => {
    dialog ??= new SearchDialog(base);
    dialog.open();
  };
});
