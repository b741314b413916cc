import type { Upload } from '../workflows/contract'
import type { Activity } from './worker/as-activity'
import type { Dependencies } from './asset/dependencies'
import { fileRefOf } from './asset/file-ref-of'

/** Removes the bytes. Facts and previews stay in the cache, which the janitor keeps bounded. */
export function createCleanUp({ store }: Dependencies): Activity<[Upload], void> {
  return (_work, upload) => store.remove(fileRefOf(upload))
}
