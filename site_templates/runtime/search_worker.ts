/** Search on pages opened by double-click, where the browser refuses workers: the theme loads this first. */

import "iframe-worker/shim";
