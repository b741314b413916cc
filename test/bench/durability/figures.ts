/** What a bench of the durability measured. */
export interface Figures {
  ratio: number
  /** Further figures, by name with the unit in the name. */
  notes: Record<string, number>
}
