import { type Doors, OPEN, TOKEN } from "./rows.ts";

/** The API. */
export const API_DOORS: Doors = {
  "GET /api/openapi.json": OPEN,
  "GET /api/v1/procedures": OPEN,
  "GET /api/v1/procedures/:code": OPEN,
  "GET /api/v1/tracking/:code": OPEN,
  "GET /api/v1/health": OPEN,
  "GET /api/v1/statistics": OPEN,
  "GET /api/v1/statistics/data.csv": OPEN,
  "GET /api/v1/statistics/dictionary.csv": OPEN,
  "POST /api/v1/dossiers": TOKEN,
};
