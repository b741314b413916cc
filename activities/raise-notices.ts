import type { RaiseNoticesInput, RaiseNoticesResult } from '../workflows/scheduled/raise-notices'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** The others follow in the next round. */
const maxCauses = 200

/** Starts a notice for each cause that nobody has been told of. Safe to repeat: a cause has one notice. */
export function createRaiseNotices(deps: Dependencies): Activity<[RaiseNoticesInput], RaiseNoticesResult> {
  const { notices, logger } = deps
  return async (_, { about, ...times }) => {
    const found = await notices.causes(about)
    let raised = 0
    for (const { cause, since } of found.slice(0, maxCauses))
      if (await notices.start({ cause, since, ...times })) raised += 1
    if (raised > 0) logger.info({ causes: found.length, raised }, `notices: ${raised} causes are new`)
    return { causes: found.length, raised }
  }
}
