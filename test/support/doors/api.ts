import { type Doors, open, TOKEN } from "./rows.ts";

/** The API. */
export const API_DOORS: Doors = {
  "GET /api/openapi.json": open(200),
  "GET /api/v1/procedures": open(200),
  "GET /api/v1/procedures/:code": open(200),
  "GET /api/v1/tracking/:code": open(200),
  "GET /api/v1/health": open(200),
  "GET /api/v1/statistics": open(200),
  "GET /api/v1/statistics/data.csv": open(200),
  "GET /api/v1/statistics/dictionary.csv": open(200),
  "POST /api/v1/dossiers": TOKEN,
};
