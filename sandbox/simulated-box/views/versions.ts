import type { File, FileVersion } from '../state/model'
import type { Store } from '../state/store'
import { boxDate } from './dates'
import { selectFields } from './fields'
import type { View } from './fields'
import { userMini } from './users'

const standard = [
  'type',
  'id',
  'sha1',
  'name',
  'size',
  'created_at',
  'modified_at',
  'modified_by',
  'trashed_at',
  'purged_at',
  'uploader_display_name',
]

export function versionView(store: Store, file: File, version: FileVersion, asked?: readonly string[]): View {
  const all: View = {
    type: 'file_version',
    id: version.id,
    sha1: version.sha1,
    name: version.name,
    size: version.sizeBytes,
    created_at: boxDate(version.createdAt),
    modified_at: boxDate(version.createdAt),
    modified_by: userMini(store, version.createdBy),
    trashed_at: null,
    purged_at: null,
    uploader_display_name: store.users.get(version.createdBy)?.name ?? '',
    version_number: String(file.versions.indexOf(version) + 1),
  }
  return selectFields(all, standard, asked)
}
