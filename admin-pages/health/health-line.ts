/** One line of the page Health, in the form of a line of `admin-cli doctor`. */
export interface HealthLine {
  level: 'PASS' | 'WARN' | 'FAIL'
  what: string
  evidence: string
  /** What to do, and the command for it. */
  fix?: string
}
