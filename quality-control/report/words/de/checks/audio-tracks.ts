import type { Translations } from '../../translations'

export const audioTracks: Translations['checks'] = {}
