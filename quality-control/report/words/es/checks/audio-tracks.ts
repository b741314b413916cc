import type { Translations } from '../../translations'

export const audioTracks: Translations['checks'] = {
  'audio/codec': {
    of: 'fd2ea5',
    title: 'El códec de audio se acepta',
    failureTitle: 'El códec de audio no se acepta',
    why:
      'Un reproductor que no conoce el códec se queda sin audio, o el audio se convierte otra vez y ' +
      'pierde calidad.',
    remedy: 'Exporte de nuevo con uno de los códecs aceptados.',
    says: {
      'The audio is encoded as {0}; accepted: {1}.': 'El audio está codificado como {0}; se acepta: {1}.',
    },
  },
  'audio/dead-channel': {
    of: '787b37',
    title: 'Todos los canales tienen audio',
    failureTitle: 'Un canal está en silencio',
    why:
      'Un canal en silencio deja sin audio un oído o un altavoz. Por el camino se perdió un cable o una ' +
      'pista.',
    remedy: 'Revise la asignación de canales de la exportación y exporte de nuevo.',
    says: {
      'The audio has a single channel.': 'El audio tiene un solo canal.',
      'Channel {0} is silent.': 'El canal {0} está en silencio.',
      'digital silence': 'silencio digital',
      'peak {0} dBFS': 'pico {0} dBFS',
      'peak above {0} dBFS': 'pico superior a {0} dBFS',
    },
  },
  'audio/layout': {
    of: '26a549',
    title: 'La configuración de canales se acepta',
    failureTitle: 'La configuración de canales no se acepta',
    why: 'Una configuración de canales inesperada se mezcla de forma automática, o una parte no se oye.',
    remedy: 'Exporte la mezcla con los canales esperados.',
    says: {
      'The channel layout is unknown ({0} channels); accepted: {1}.':
        'No se conoce la configuración de canales ({0} canales); se acepta: {1}.',
      'The channel layout is unknown; accepted: {0}.':
        'No se conoce la configuración de canales; se acepta: {0}.',
      'The channel layout is {0}; accepted: {1}.': 'La configuración de canales es {0}; se acepta: {1}.',
      'unknown ({0} channels)': 'desconocida ({0} canales)',
      unknown: 'desconocida',
      mono: 'mono',
    },
  },
  'audio/length': {
    of: '5594e5',
    title: 'El audio y el vídeo duran lo mismo',
    failureTitle: 'El audio y el vídeo no duran lo mismo',
    why:
      'La parte más larga se corta o deja un hueco. Una diferencia suele indicar que el audio y el vídeo ' +
      'pierden la sincronía.',
    remedy: 'Ajuste el audio y el vídeo a la misma duración y exporte de nuevo.',
    says: {
      'The audio is {0} longer than the video.': 'El audio dura {0} más que el vídeo.',
      'The audio is {0} shorter than the video.': 'El audio dura {0} menos que el vídeo.',
    },
  },
  'audio/mono': {
    of: 'fb4ebe',
    title: 'El audio estéreo es estéreo',
    failureTitle: 'El audio estéreo tiene dos canales idénticos',
    why:
      'Dos canales idénticos suelen ser un original mono, o un canal perdido que se sustituyó por ' +
      'una copia.',
    remedy:
      'Compruebe que se exportó la mezcla estéreo. Si el mono es intencionado, no hace falta cambiar nada.',
    says: {
      'Less than a second is audible.': 'Se oye menos de un segundo.',
      'Left and right channels are identical.': 'Los canales izquierdo y derecho son idénticos.',
      '{0} % of the audio': '{0} % del audio',
    },
  },
  'audio/phase': {
    of: '9393a4',
    title: 'El audio funciona en un altavoz mono',
    failureTitle: 'Los canales izquierdo y derecho se anulan',
    why:
      'Los móviles y los altavoces únicos suman ambos canales. Lo que está en contrafase desaparece, a ' +
      'menudo primero la voz.',
    remedy: 'Invierta la polaridad de un canal o reduzca el ensanchador estéreo.',
    says: {
      'Left and right are out of phase for {0} from {1}.':
        'Los canales izquierdo y derecho están en contrafase durante {0} desde {1}.',
      'correlation near -1': 'correlación próxima a -1',
      'correlation above -0.985': 'correlación superior a -0,985',
      'Left and right are almost opposite throughout.':
        'Los canales izquierdo y derecho son casi opuestos en todo el audio.',
      'mean phase {0}': 'fase media {0}',
    },
  },
  'audio/presence': {
    of: '8fa2ee',
    title: 'El vídeo tiene audio',
    failureTitle: 'El vídeo no tiene audio',
    why: 'Un spot sin audio suele ser una exportación con una pista que falta o está silenciada.',
    remedy:
      'Exporte de nuevo con la pista de audio. Si el vídeo debe ir sin audio, use un perfil para vídeo ' +
      'sin audio.',
    says: {
      'The file has no audio track.': 'El archivo no tiene pista de audio.',
      'The audio track is silent from start to end.':
        'La pista de audio está en silencio de principio a fin.',
      'below -60 dBFS': 'por debajo de -60 dBFS',
    },
  },
  'audio/sample-rate': {
    of: 'abecc4',
    title: 'La frecuencia de muestreo se acepta',
    failureTitle: 'La frecuencia de muestreo no se acepta',
    why:
      'El vídeo usa 48 kHz. Otras frecuencias se convierten, y una conversión incorrecta cambia el tono y ' +
      'la duración.',
    remedy: 'Exporte el audio con la frecuencia de muestreo esperada.',
    says: {
      'The audio has a sample rate of {0} Hz.': 'El audio tiene una frecuencia de muestreo de {0} Hz.',
    },
  },
  'audio/start': {
    of: '750641',
    title: 'El audio y el vídeo empiezan a la vez',
    failureTitle: 'El audio y el vídeo no empiezan a la vez',
    why:
      'Si el audio empieza tarde o antes de tiempo, la voz no coincide con los labios, y algunos ' +
      'reproductores no tienen en cuenta el desfase y lo empeoran.',
    remedy: 'Exporte de nuevo con ambas pistas empezando en cero.',
    says: {
      'The audio starts {0} ms after the video.': 'El audio empieza {0} ms después del vídeo.',
      'The audio starts {0} ms before the video.': 'El audio empieza {0} ms antes que el vídeo.',
      'at most 1 frame': 'como máximo 1 fotograma',
    },
  },
}
