import { Hono } from "hono";
import { officeDay, officeTime } from "../../../base/clock.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import {
  addDevice,
  type DeviceAround,
  type DeviceDesk,
  devicesAround,
  NOTICED,
  type Noticed,
  noteOutage,
  outageName,
  outageOver,
  readDeviceDesk,
  takeDeviceAway,
} from "../../../operations/devices/device-desk.ts";
import { tryPrinter } from "../../../operations/devices/print-desk.ts";
import { drawTestPage } from "../../../operations/devices/test-page.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { listPoints } from "../../../operations/offices/places.ts";
import { mayKeepPoint } from "../../../operations/offices/point-keepers.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import type { AtPoint } from "../../../operations/visits/open-visit.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { pointOfMember } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { handsOf } from "../citizen/print-order.tsx";

const ROLES = ["helper", "officer", "leader", "admin"] as const;

/** The machines of the point: which are there, how they are, a test page; and the log of when something was out of order. */
export const devicePages = new Hono<Env>()
  .get(paths.devices, (request) =>
    atPoint(request, request.req.query("diem"), (member, place) => devicesPage(request, member, place, { said: null, found: null })),
  )
  .post(paths.devices, async (request) => {
    const form = await readForm(request);
    return atPoint(request, form.diem, async (member, place) => {
      if (form.tim === "yes") {
        return devicesPage(request, member, place, { said: null, found: await devicesAround() });
      }
      const kind = form.loai === "scanner" ? "scanner" : "printer";
      const added = await addDevice(request.var.services, member, place, kind, form["dia-chi"] ?? "", form.ten ?? "");
      if (added.ok) return request.redirect(paths.devicesOf(place.point), 303);
      return devicesPage(request, member, place, { said: added.reason, found: null, typed: form });
    });
  })
  .post("/ban-truc/thiet-bi/:device/in-thu", async (request) => {
    const { diem } = await readForm(request);
    return atPoint(request, diem, async (_member, place) => {
      const { services } = request.var;
      const wanted = { what: "Trang in thử", pdf: await drawTestPage(services), copies: 1, ...handsOf(request, place) };
      const sent = await tryPrinter(services, place, request.req.param("device"), wanted);
      return sent.ok ? request.redirect(paths.printOrder(sent.value), 303) : refused(request, sent.reason, paths.devices);
    });
  })
  .post("/ban-truc/thiet-bi/:device/bo", (request) =>
    atPoint(request, undefined, async (member) => {
      const gone = await takeDeviceAway(request.var.services, member, request.req.param("device"));
      return gone.ok ? request.redirect(paths.devicesOf(gone.value.point), 303) : refused(request, gone.reason, paths.devices);
    }),
  )
  .post(paths.outages, async (request) => {
    const { loai = "", note = "", diem } = await readForm(request);
    return atPoint(request, diem, async (member, place) => {
      if (!Object.hasOwn(NOTICED, loai)) return request.redirect(paths.devicesOf(place.point), 303);
      const noted = await noteOutage(request.var.services, member, place, loai as Noticed, note);
      return noted.ok ? request.redirect(paths.devicesOf(place.point), 303) : refused(request, noted.reason, paths.devices);
    });
  })
  .post("/ban-truc/su-co/:outage/xong", (request) =>
    atPoint(request, undefined, async (member) => {
      const over = await outageOver(request.var.services, member, request.req.param("outage"));
      return over.ok ? request.redirect(paths.devicesOf(over.value.point), 303) : refused(request, over.reason, paths.devices);
    }),
  );

/** At the point that was asked for, when it is one of their office; else where they stand. */
function atPoint(
  request: Request,
  asked: string | undefined,
  handle: (member: StaffMember, place: AtPoint) => Promise<Response> | Response,
) {
  return asStaff(request, ROLES, async (member) => {
    const found = asked === undefined ? undefined : await pointNamed(request, member, asked);
    const place = found ?? (await pointOfMember(request, member));
    return place ? handle(member, place) : refused(request, problem("point-unknown"), paths.helper);
  });
}

async function pointNamed(request: Request, { office }: StaffMember, asked: string) {
  return (await listPoints(request.var.services)).find((point) => point.office === office && point.point === asked);
}

async function devicesPage(
  request: Request,
  member: StaffMember,
  place: AtPoint,
  { said, found, typed = {} }: { said: Problem | null; found: readonly DeviceAround[] | null; typed?: Record<string, string> },
): Promise<Response> {
  const [desk, may, here] = await Promise.all([
    readDeviceDesk(request.var.services, place),
    mayKeepPoint(request.var.services, member, place),
    pointNamed(request, member, place.point),
  ]);
  return page(
    request,
    {
      title: "Thiết bị",
      desk: true,
      back: member.role === "helper" || member.role === "officer" ? paths.helper : homeOf(member),
      children: (
        <>
          <p class="step">{here?.name}</p>
          <h1>Thiết bị của điểm</h1>
          <ProblemSummary problem={said} />
          {may.ok || said?.code === may.reason.code ? null : <p class="notice">{may.reason.sentence}</p>}
          <Devices desk={desk} mayChange={may.ok} />
          {found && may.ok ? <Around found={found} point={place.point} /> : null}
          <div class="two">
            {may.ok ? (
              <section>
                <h2>Thêm máy in, máy quét</h2>
                <form method="post" action={paths.devices}>
                  <There point={place.point} />
                  <button class="quiet" type="submit" name="tim" value="yes">
                    Tìm máy trong mạng
                  </button>
                </form>
                <form method="post" action={paths.devices}>
                  <There point={place.point} />
                  <div class="field">
                    <label for="loai-may">Hoặc tự thêm</label>
                    <select id="loai-may" name="loai">
                      <option value="printer">Máy in</option>
                      <option value="scanner" selected={typed.loai === "scanner"}>
                        Máy quét
                      </option>
                    </select>
                  </div>
                  <TextField
                    id="dia-chi"
                    label="Địa chỉ của máy"
                    hint="Ví dụ 192.168.1.20, in trên trang cấu hình của máy. Máy vừa in vừa quét thì thêm hai lần."
                    value={typed["dia-chi"] ?? ""}
                    error={said?.fields?.["dia-chi"]}
                  />
                  <TextField id="ten" label="Gọi máy này là gì" value={typed.ten ?? ""} />
                  <button type="submit">Thêm</button>
                </form>
              </section>
            ) : null}
            <Outages desk={desk} point={place.point} mayChange={may.ok} />
          </div>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Devices({ desk, mayChange }: { desk: DeviceDesk; mayChange: boolean }) {
  if (desk.devices.length === 0) return <p class="notice">Chưa có máy in, máy quét nào.{mayChange ? " Thêm máy ở dưới." : ""}</p>;
  return (
    <>
      {desk.devices.map((line) => {
        const { sentences, supplies } = line;
        return (
          <section class="panel">
            <h2>{line.device.name}</h2>
            <p class="hint">
              {line.device.kind === "printer" ? "Máy in" : "Máy quét"}, {line.device.address}
            </p>
            {sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
            {supplies.length > 0 ? <p>{supplies.join(" · ")}</p> : null}
            <div class="moves">
              {line.device.kind === "printer" ? (
                <form method="post" action={paths.deviceTest(line.device.device)}>
                  <There point={line.device.point} />
                  <button type="submit">In trang thử</button>
                </form>
              ) : null}
              {mayChange ? (
                <form method="post" action={paths.deviceAway(line.device.device)}>
                  <button class="quiet" type="submit">
                    Bỏ máy này
                  </button>
                </form>
              ) : null}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** At which point it is done. */
function There({ point }: { point: string }) {
  return <input type="hidden" name="diem" value={point} />;
}

function Around({ found, point }: { found: readonly DeviceAround[]; point: string }) {
  if (found.length === 0)
    return <p class="notice warn">Không thấy máy nào báo tên trong mạng. Xem máy đã bật và đã vào wifi, hoặc gõ địa chỉ.</p>;
  return (
    <section>
      <h2>Thấy trong mạng</h2>
      {found.map(({ kind, name, address }) => (
        <form method="post" action={paths.devices} class="row tight">
          <There point={point} />
          <input type="hidden" name="loai" value={kind} />
          <input type="hidden" name="ten" value={name} />
          <input type="hidden" name="dia-chi" value={address} />
          <button type="submit">
            Thêm {kind === "printer" ? "máy in" : "máy quét"} {name}
          </button>
        </form>
      ))}
    </section>
  );
}

function Outages({ desk, point, mayChange }: { desk: DeviceDesk; point: string; mayChange: boolean }) {
  return (
    <section>
      <h2>Sổ sự cố</h2>
      {mayChange ? <NoteOutage point={point} /> : null}
      <ul>
        {desk.outages.map((outage) => (
          <li>
            {outageName(outage.kind)}
            {outage.deviceName ? ` (${outage.deviceName})` : ""}
            {outage.note ? `: ${outage.note}` : ""} – từ {when(outage.beganAt)}
            {outage.endedAt ? ` đến ${when(outage.endedAt)}` : ""}
            {outage.endedAt || !mayChange ? null : (
              <form method="post" action={paths.outageOver(outage.outage)}>
                <button class="plain" type="submit">
                  Đã xong<span class="sr"> {outageName(outage.kind)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoteOutage({ point }: { point: string }) {
  return (
    <form method="post" action={paths.outages} class="row tight">
      <There point={point} />
      <label class="sr" for="loai">
        Loại sự cố
      </label>
      <select id="loai" name="loai">
        {Object.entries(NOTICED).map(([kind, words]) => (
          <option value={kind}>{words}</option>
        ))}
      </select>
      <label class="sr" for="note">
        Ghi chú
      </label>
      <input type="text" id="note" name="note" class="short" placeholder="Ghi chú" autocomplete="off" />
      <button class="quiet" type="submit">
        Ghi sự cố
      </button>
    </form>
  );
}

function when(instant: Date): string {
  return `${officeTime(instant)} ${formatDay(officeDay(instant))}`;
}
