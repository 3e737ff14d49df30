/** The script that draws QR codes, fetched when a sheet is printed. */

import { qrOf } from "../views/certificate/qr";

window.imr.qrOf = qrOf;
