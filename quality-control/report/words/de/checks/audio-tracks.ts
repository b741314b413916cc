import type { Translations } from '../../translations'

export const audioTracks: Translations['checks'] = {
  'audio/codec': {
    of: 'fd2ea5',
    title: 'Der Audiocodec wird akzeptiert',
    failureTitle: 'Der Audiocodec wird nicht akzeptiert',
    why:
      'Ein Player, der den Codec nicht kennt, bleibt stumm, oder der Ton wird noch einmal umgewandelt ' +
      'und verliert Qualität.',
    remedy: 'Exportieren Sie erneut mit einem der akzeptierten Codecs.',
    says: {
      'The audio is encoded as {0}; accepted: {1}.': 'Der Ton ist als {0} kodiert; akzeptiert: {1}.',
    },
  },
  'audio/dead-channel': {
    of: '787b37',
    title: 'Jeder Kanal hat Ton',
    failureTitle: 'Ein Kanal ist still',
    why:
      'Ein stiller Kanal lässt ein Ohr oder einen Lautsprecher ohne Ton. Unterwegs ging ein Kabel oder ' +
      'eine Spur verloren.',
    remedy: 'Prüfen Sie die Kanalzuordnung des Exports und exportieren Sie erneut.',
    says: {
      'The audio has a single channel.': 'Der Ton hat nur einen Kanal.',
      'Channel {0} is silent.': 'Kanal {0} ist still.',
      'digital silence': 'digitale Stille',
      'peak {0} dBFS': 'Spitze {0} dBFS',
      'peak above {0} dBFS': 'Spitze über {0} dBFS',
    },
  },
  'audio/layout': {
    of: '26a549',
    title: 'Die Kanalanordnung wird akzeptiert',
    failureTitle: 'Die Kanalanordnung wird nicht akzeptiert',
    why:
      'Eine unerwartete Kanalanordnung wird automatisch heruntergemischt, oder ein Teil ist nicht zu ' +
      'hören.',
    remedy: 'Exportieren Sie die Mischung mit den erwarteten Kanälen.',
    says: {
      'The channel layout is unknown ({0} channels); accepted: {1}.':
        'Die Kanalanordnung ist unbekannt ({0} Kanäle); akzeptiert: {1}.',
      'The channel layout is unknown; accepted: {0}.': 'Die Kanalanordnung ist unbekannt; akzeptiert: {0}.',
      'The channel layout is {0}; accepted: {1}.': 'Die Kanalanordnung ist {0}; akzeptiert: {1}.',
      'unknown ({0} channels)': 'unbekannt ({0} Kanäle)',
      unknown: 'unbekannt',
      mono: 'Mono',
    },
  },
  'audio/length': {
    of: '5594e5',
    title: 'Bild und Ton sind gleich lang',
    failureTitle: 'Bild und Ton sind verschieden lang',
    why:
      'Der längere Teil wird abgeschnitten oder lässt eine Lücke. Oft heißt ein Unterschied, dass Bild ' +
      'und Ton auseinanderlaufen.',
    remedy: 'Schneiden Sie Bild und Ton auf dieselbe Länge und exportieren Sie erneut.',
    says: {
      'The audio is {0} longer than the video.': 'Der Ton ist {0} länger als das Video.',
      'The audio is {0} shorter than the video.': 'Der Ton ist {0} kürzer als das Video.',
    },
  },
  'audio/mono': {
    of: 'fb4ebe',
    title: 'Der Stereoton ist stereo',
    failureTitle: 'Der Stereoton hat zwei gleiche Kanäle',
    why:
      'Zwei gleiche Kanäle sind meist eine Monoquelle oder ein verlorener Kanal, den eine Kopie ' +
      'ersetzt.',
    remedy: 'Prüfen Sie, ob die Stereomischung exportiert wurde. Ist Mono gewollt, ist keine Änderung nötig.',
    says: {
      'Less than a second is audible.': 'Weniger als eine Sekunde ist hörbar.',
      'Left and right channels are identical.': 'Linker und rechter Kanal sind gleich.',
      '{0} % of the audio': '{0} % des Tons',
    },
  },
  'audio/phase': {
    of: '9393a4',
    title: 'Der Ton funktioniert auf einem Mono-Lautsprecher',
    failureTitle: 'Linker und rechter Kanal löschen sich aus',
    why:
      'Telefone und einzelne Lautsprecher addieren beide Kanäle. Was gegenphasig ist, verschwindet, ' +
      'oft zuerst die Stimme.',
    remedy: 'Kehren Sie die Polarität eines Kanals um oder nehmen Sie die Stereoverbreiterung zurück.',
    says: {
      'Left and right are out of phase for {0} from {1}.':
        'Ab {1} sind links und rechts für {0} gegenphasig.',
      'correlation near -1': 'Korrelation nahe -1',
      'correlation above -0.985': 'Korrelation über -0,985',
      'Left and right are almost opposite throughout.': 'Links und rechts sind durchgehend fast gegenphasig.',
      'mean phase {0}': 'mittlere Phase {0}',
    },
  },
  'audio/presence': {
    of: '8fa2ee',
    title: 'Das Video hat Ton',
    failureTitle: 'Das Video hat keinen Ton',
    why: 'Ein Spot ohne Ton ist meist ein Export mit fehlender oder stummgeschalteter Spur.',
    remedy:
      'Exportieren Sie erneut mit der Tonspur. Soll das Video stumm sein, verwenden Sie ein Profil für ' +
      'stumme Videos.',
    says: {
      none: 'kein Ton',
      'The file has no audio track.': 'Die Datei hat keine Tonspur.',
      'The audio track is silent from start to end.': 'Die Tonspur ist von Anfang bis Ende still.',
      'below -60 dBFS': 'unter -60 dBFS',
    },
  },
  'audio/sample-rate': {
    of: 'abecc4',
    title: 'Die Abtastrate wird akzeptiert',
    failureTitle: 'Die Abtastrate wird nicht akzeptiert',
    why:
      'Video verwendet 48 kHz. Andere Raten werden umgewandelt, und eine falsche Umwandlung ändert ' +
      'Tonhöhe und Tempo.',
    remedy: 'Exportieren Sie den Ton mit der erwarteten Abtastrate.',
    says: {
      'The audio has a sample rate of {0} Hz.': 'Der Ton hat eine Abtastrate von {0} Hz.',
    },
  },
  'audio/start': {
    of: '750641',
    title: 'Bild und Ton beginnen gleichzeitig',
    failureTitle: 'Bild und Ton beginnen nicht gleichzeitig',
    why:
      'Ein zu später oder zu früher Anfang macht den Ton asynchron zu den Lippen, und manche Player ' +
      'beachten den Versatz nicht und verschlimmern es.',
    remedy: 'Exportieren Sie erneut so, dass beide Spuren bei null beginnen.',
    says: {
      'The audio starts {0} ms after the video.': 'Der Ton beginnt {0} ms nach dem Video.',
      'The audio starts {0} ms before the video.': 'Der Ton beginnt {0} ms vor dem Video.',
      'at most 1 frame': 'höchstens 1 Einzelbild',
    },
  },
}
