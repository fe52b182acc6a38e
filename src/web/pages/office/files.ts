import { Hono } from "hono";
import { drawControlSheet } from "../../../operations/dossiers/control-sheet.ts";
import { drawDeclaration } from "../../../operations/dossiers/declaration.ts";
import { openAtDesk } from "../../../operations/dossiers/desk.ts";
import { noteLook } from "../../../operations/dossiers/looks.ts";
import { readResult } from "../../../operations/dossiers/sign-result.ts";
import { drawSlip, slipsOf } from "../../../operations/dossiers/slips.ts";
import { drawIntakeSlips } from "../../../operations/intake/intake-slips.ts";
import { problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import { type Env, readForm } from "../../http/request.ts";
import { sendPdf } from "../../http/send-pdf.ts";
import { paths } from "../../paths.ts";
import { sendToPrinter } from "../citizen/print-order.tsx";

/** The PDFs of a dossier for its own office; every look is written down. */
export const officeFiles = new Hono<Env>()
  .get("/mot-cua/:id/giay-to/:file{.+\\.pdf}", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const name = request.req.param("file").replace(/\.pdf$/, "");
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), `paper:${name}`);
      if (opened.ok && opened.value.dossier.papersErasedAt !== null) return refused(request, problem("papers-erased"), paths.office);
      const paper = opened.ok ? opened.value.dossier.papers.find((candidate) => candidate.paper === name) : undefined;
      return paper
        ? sendPdf(request, await request.var.services.files.read(paper.sha256))
        : refused(request, problem("dossier-not-found"), paths.office);
    }),
  )
  .get("/mot-cua/:id/giay-to/:paper/:page{\\d+\\.webp}", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const { id, paper, page } = request.req.param();
      const opened = await openAtDesk(request.var.services, member, id, `paper:${paper}`);
      const preview = opened.ok
        ? opened.value.dossier.papers.find((candidate) => candidate.paper === paper)?.previews?.[Number.parseInt(page, 10) - 1]
        : undefined;
      if (opened.ok && opened.value.dossier.papersErasedAt !== null) return refused(request, problem("papers-erased"), paths.office);
      if (!preview) return refused(request, problem("dossier-not-found"), paths.office);
      const bytes = await request.var.services.files.read(preview);
      return request.body(Uint8Array.from(bytes), 200, { "content-type": "image/webp", "cache-control": "private, no-store" });
    }),
  )
  .get("/mot-cua/:id/to-khai.pdf", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "pdf:declaration");
      return opened.ok
        ? sendPdf(request, await drawDeclaration(request.var.services, opened.value))
        : refused(request, opened.reason, paths.office);
    }),
  )
  .get("/mot-cua/:id/ket-qua.pdf", (request) =>
    asStaff(request, ["officer", "leader", "helper"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "pdf:result");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      const result = await readResult(request.var.services, opened.value.dossier);
      return result.ok ? sendPdf(request, result.value) : refused(request, result.reason, paths.office);
    }),
  )
  .post("/mot-cua/:id/ket-qua/in", (request) =>
    asStaff(request, ["officer", "leader", "helper"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "result");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      const result = await readResult(request.var.services, opened.value.dossier);
      if (!result.ok) return refused(request, result.reason, paths.office);
      const { key, dossier } = opened.value;
      const paper = { what: dossier.result?.name ?? "Kết quả", pdf: result.value, of: { ...key, what: "print:result" } };
      return sendToPrinter(request, paper, paths.officeDossier(key.dossier));
    }),
  )
  .get("/mot-cua/:id/van-ban-tu-choi.pdf", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "pdf:refusal");
      const letter = opened.ok ? opened.value.dossier.refusal : null;
      return letter
        ? sendPdf(request, await request.var.services.files.read(letter.sha256))
        : refused(request, problem("result-not-found"), paths.office);
    }),
  )
  .post("/mot-cua/:id/giay-hen.pdf", (request) =>
    asStaff(request, ["officer"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "pdf:intake-slips");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      const { so = "" } = await readForm(request);
      const slips = await drawIntakeSlips(request.var.services, opened.value, so);
      return slips.ok ? sendPdf(request, slips.value) : refused(request, slips.reason, paths.office);
    }),
  )
  .get("/mot-cua/:id/kiem-soat.pdf", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "pdf:control-sheet");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      return sendPdf(request, await drawControlSheet(request.var.services, opened.value.office, opened.value.log));
    }),
  )
  .get("/mot-cua/:id/:slip{phieu-\\d+\\.pdf}", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const { services } = request.var;
      const sequence = Number(/\d+/.exec(request.req.param("slip"))?.[0]);
      const opened = await openAtDesk(services, member, request.req.param("id"), "dossier");
      const slip = opened.ok ? slipsOf(opened.value.log).find(({ logged }) => logged.sequence === sequence) : undefined;
      if (!opened.ok || !slip) return refused(request, problem("dossier-not-found"), paths.office);
      const { key, office, log } = opened.value;
      await noteLook(services, key, member.staff, `pdf:slip:${slip.kind}`);
      return sendPdf(request, await drawSlip(services, { key, office, log }, slip));
    }),
  );
