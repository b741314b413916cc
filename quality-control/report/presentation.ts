import type { ReportLanguage } from '../report'

/** How a client wants its reports, and where their links lead: everything that is not the result itself. */
export interface Presentation {
  language: ReportLanguage
  /** IANA name; times are printed in this zone beside UTC. */
  timeZone?: string
  /** Absolute addresses. A link that is not configured is not in the report. */
  links?: {
    /** The file in Box. */
    source?: string
    /** The run in the admin pages or in Temporal. */
    run?: string
    /** The folder of this report, and of the report about a newer version. */
    reports?: string
  }
  /** Whom the client may ask: a mail address or a web address, else text. */
  contact?: string
}

export const plainPresentation: Presentation = { language: 'en' }
