import { type Doors, open } from "./rows.ts";

/** Figures: dashboards, goals, reports, open data. */
export const FIGURES_DOORS: Doors = {
  "GET /so-lieu": open(200),
  "GET /thong-ke": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/phia-sau": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/phia-sau.csv": ["officer", "leader", "police"],
  "GET /thong-ke/xin-loi": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/muc-tieu": ["leader"],
  "POST /thong-ke/muc-tieu": ["leader"],
  "POST /thong-ke/muc-tieu/:target/bo": ["leader"],
  "GET /thong-ke/in.pdf": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao-qua-thu": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu": ["officer", "leader", "police"],
  "GET /thong-ke/bao-cao-qua-thu/xac-nhan/:token": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu/xac-nhan/:token": ["officer", "leader", "police"],
  "POST /thong-ke/bao-cao-qua-thu/:subscription/bo": ["officer", "leader", "police"],
  "GET /thong-ke/bao-cao": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.pdf": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.xlsx": ["officer", "leader", "admin", "police"],
  "GET /thong-ke/bao-cao/:report/bao-cao.csv": ["officer", "leader", "admin", "police"],
};
