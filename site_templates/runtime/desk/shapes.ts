/** The shapes of a desk, as its published schema states them. */

import schema from "../../../course/desk/supervisor-desk.v1.json";
import type { Schema } from "../record/fitting";
import { Shapes } from "../record/fitting";

// JSON knows no literal types
export const DESK_SHAPES = new Shapes((schema as unknown as { $defs: Readonly<Record<string, Schema>> }).$defs);
