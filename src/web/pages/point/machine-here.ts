import { Hono } from "hono";
import { machineHeard } from "../../../operations/offices/machines.ts";
import { type Env, readMachine } from "../../http/request.ts";
import { paths } from "../../paths.ts";

/** A machine of a point says that it is there. Answered before anybody's session is read: a page that lies open must not keep one awake. */
export const machineHere = new Hono<Env>().post(paths.machineHere, async (request) => {
  await machineHeard(request.var.services, readMachine(request));
  return request.body(null, 204);
});
