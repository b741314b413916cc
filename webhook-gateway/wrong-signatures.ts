/** A delivery whose signatures fitted neither key. */
export interface WrongSignature {
  deliveryId: string
  /** ISO 8601, UTC. */
  at: string
  /** When the first of them came since a key fitted last. */
  since: string
  /** When a key fitted again, if one did. */
  fittedAt?: string
}

export interface WrongSignatures {
  add: (deliveryId: string) => void
  /** A key fitted: the next one that fits none is the first again. */
  fitted: () => void
  last: () => WrongSignature | undefined
}

/** The last one since the process started, for `/readyz`: doctor names it. */
export function createWrongSignatures(now: () => Date): WrongSignatures {
  let last: WrongSignature | undefined
  let since: string | undefined
  return {
    add: (deliveryId) => {
      const at = now().toISOString()
      since ??= at
      last = { deliveryId, at, since }
    },
    fitted: () => {
      since = undefined
      if (last !== undefined && last.fittedAt === undefined) last.fittedAt = now().toISOString()
    },
    last: () => last,
  }
}
