import { ADMIN_DOORS } from "./admin.ts";
import { API_DOORS } from "./api.ts";
import { CITIZEN_DOORS } from "./citizen.ts";
import { DESK_DOORS } from "./desk.ts";
import { DRAFT_DOORS } from "./draft.ts";
import { FIGURES_DOORS } from "./figures.ts";
import { POINT_DOORS } from "./point.ts";
import type { Doors } from "./rows.ts";

/** Every route of the program, and who gets in. A route that is not here fails the test. */
export const DOORS: Doors = {
  ...CITIZEN_DOORS,
  ...DRAFT_DOORS,
  ...POINT_DOORS,
  ...DESK_DOORS,
  ...ADMIN_DOORS,
  ...FIGURES_DOORS,
  ...API_DOORS,
};
