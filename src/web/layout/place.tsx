import { type Answers, placeKeys } from "../../domain/forms/answers.ts";
import type { Context } from "../../operations/context.ts";
import { controlAttributes, Labelled, LabelledGroup, type Labels } from "./labelled.tsx";
import { Picker } from "./picker.tsx";

interface PlaceProps {
  readonly labels: Labels;
  readonly values: Answers;
  readonly pickers: Context["pickers"];
}

/** A place in three parts: province, commune, the rest. The communes offered are those of the province that was typed. */
export function Place({ labels, values, pickers }: PlaceProps) {
  const keys = placeKeys(labels.id);
  const province = pickers.provinces.find((unit) => unit.code === values[keys.province])?.name ?? values[keys.province] ?? "";
  const communes = Object.entries(pickers.communes).flatMap(([code, units]) => {
    const under = pickers.provinces.find((unit) => unit.code === code)?.name;
    return units.map((unit) => ({ value: unit.name, under, code: unit.code }));
  });
  const commune = communes.find((unit) => unit.code === values[keys.commune])?.value ?? values[keys.commune] ?? "";
  // the summary of problems leads to the group's own id: its first part carries it
  const part = (id: string, name: string, label: string, optional = false) => {
    const own = { id, label, optional };
    return {
      own,
      attributes: { ...controlAttributes(own), name, "aria-invalid": labels.error && !optional ? "true" : undefined } as const,
    };
  };
  const parts = {
    province: part(labels.id, keys.province, "Tỉnh, thành phố"),
    commune: part(keys.commune, keys.commune, "Xã, phường"),
    detail: part(keys.detail, keys.detail, "Thôn, số nhà, tên bệnh viện", true),
  };
  return (
    <LabelledGroup labels={labels}>
      <Labelled labels={parts.province.own}>
        <Picker attributes={parts.province.attributes} value={province} options={pickers.provinces.map((unit) => ({ value: unit.name }))} />
      </Labelled>
      <Labelled labels={parts.commune.own}>
        <Picker attributes={parts.commune.attributes} value={commune} options={communes} dependsOn={labels.id} />
      </Labelled>
      <Labelled labels={parts.detail.own}>
        <input {...parts.detail.attributes} type="text" value={values[keys.detail] ?? ""} />
      </Labelled>
    </LabelledGroup>
  );
}
