/** A wrong configuration. Names key, value (never a secret's), what was expected and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(
    /** The file, or "environment". */
    readonly source: string,
    /** One sentence each. */
    readonly problems: string[],
  ) {
    super(
      `${source}: ` +
        `${problems.length === 1 ? problems[0] : problems.map((problem) => `\n  - ${problem}`).join('')}`,
    )
  }
}
