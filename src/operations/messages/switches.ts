import { CHANNELS, type Channel } from "../../domain/messages/reach.ts";
import type { Sql } from "../../store/database/database.ts";
import { holdDeliveries } from "../../store/records/deliveries.ts";
import { readSwitches, saveSwitch } from "../../store/records/message-wishes.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";

/** A way out of an office: who is there to carry it, and whether the office wants it. */
export interface ChannelState {
  readonly channel: Channel;
  readonly carried: boolean;
  readonly on: boolean;
}

/**
 * A real office sends on every channel that is set up. A practice office sends nothing until its admin says so: the people in it are made up, while a number
 * may be somebody's.
 */
export async function channelStates(context: Context, sql: Sql, office: Office): Promise<ChannelState[]> {
  const switched = await readSwitches(sql, office.office);
  return (Object.keys(CHANNELS) as Channel[]).map((channel) => ({
    channel,
    carried: context.messengers[channel] !== undefined,
    on: switched.get(channel) ?? !office.practice,
  }));
}

/** On which channels messages are made, and what becomes of them: sent, or, in practice, only shown in the outbox. */
export async function waysOut(context: Context, sql: Sql, office: Office): Promise<ReadonlyMap<Channel, "send" | "show">> {
  const states = await channelStates(context, sql, office);
  return new Map(
    states.flatMap(({ channel, carried, on }): [Channel, "send" | "show"][] => {
      if (carried && on) return [[channel, "send"]];
      return office.practice && channel !== "zalo" ? [[channel, "show"]] : [];
    }),
  );
}

/** The admin switches a channel of their office. Off holds what has not gone out yet. */
export async function switchChannel(context: Context, member: StaffMember, channel: Channel, on: boolean): Promise<void> {
  await context.database.transaction(async (sql) => {
    await saveSwitch(sql, member.office, channel, on, member.staff, context.now());
    if (!on) await holdDeliveries(sql, member.office, { channel }, "Kênh này đã tắt");
  });
}
