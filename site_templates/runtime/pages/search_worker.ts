/*! iframe-worker, MIT License, Copyright (c) 2020-2022 Martin Donath */
/** Search on pages opened by double-click, where the browser refuses workers by address: the theme loads this first. */

// before the shim, which would do its work in the page
import "../ui/native_worker";
import "iframe-worker/shim";
