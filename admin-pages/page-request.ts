import type { Html } from '../quality-control/report/html'
import type { Notice, Session } from './access/sessions'

/** What a page gets to know of a request; the person has signed in. */
export interface PageRequest {
  path: string
  /** The parts of the path that the route's pattern names. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** The fields of a posted form; empty for GET. */
  form: URLSearchParams
  session: Session
}

export type Answer = PageAnswer | RedirectAnswer | DocumentAnswer

export interface PageAnswer {
  title: string
  body: Html
  status?: number
  /** The page has the box of `liveBox`, which its script keeps up to date. */
  isLive?: boolean
  /** The header `Refresh`, for a person who asked for it. */
  refresh?: string
  /** The entry of the navigation that this page belongs to. */
  area?: Area
}

export interface RedirectAnswer {
  redirectTo: string
  /** Shown once, on the next page. */
  notice?: Notice
}

/** A whole document of another origin's making: shown without rights. */
export interface DocumentAnswer {
  document: Buffer
  type: string
  policy: string
  /** Absent: never kept. */
  cacheControl?: string
}

export type Area = 'runs' | 'incoming' | 'clients' | 'figures' | 'health'

export type Handler = (request: PageRequest) => Promise<Answer> | Answer

/** A page that says what is wrong and what to do, instead of the one that was asked for. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem'

  constructor(
    readonly status: number,
    readonly title: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
