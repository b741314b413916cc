import type { schema } from './schema'

/** The settings as `schema.ts` declares them. What the product gets is `Config`, made from these. */
export type Settings = SettingsOf<typeof schema>

type SettingsOf<Node> = {
  [Key in keyof Node]: Node[Key] extends { doc: string; default: infer Value } ? Value : SettingsOf<Node[Key]>
}
