import type { Logger } from 'pino'

import type { Store } from '../store/create-store'

const janitorMs = 10 * 60_000

/** Tidies up the data directory now and every ten minutes. */
export function startJanitor(store: Store, logger: Logger): NodeJS.Timeout {
  const run = () => {
    store.tidy().then(
      ({ length }) => {
        if (length > 0) logger.info({ removed: length }, 'janitor: removed old folders')
      },
      (error: unknown) => logger.warn({ error }, 'janitor: could not tidy up'),
    )
  }
  run()
  return setInterval(run, janitorMs)
}
