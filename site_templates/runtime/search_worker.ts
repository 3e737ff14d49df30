/*! iframe-worker, MIT License, Copyright (c) 2020-2022 Martin Donath */
/** Search on pages opened by double-click, where the browser refuses workers: the theme loads this first. */

import "iframe-worker/shim";
