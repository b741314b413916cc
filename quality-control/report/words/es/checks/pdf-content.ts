import type { Translations } from '../../translations'

export const pdfContent: Translations['checks'] = {
  'pdf/annotations': {
    of: '4a9266',
    title: 'Las páginas no tienen comentarios',
    failureTitle: 'Las páginas tienen comentarios',
    why: 'Las notas de revisión y las marcas pueden imprimirse o mostrarse con el diseño.',
    remedy: 'Elimine los comentarios, o acople los que formen parte del diseño.',
    says: {
      'Page {0} has {1} comment ({2}) that will be printed.':
        'La página {0} tiene {1} comentario ({2}) que se imprimirá.',
      'Page {0} has {1} comment ({2}).': 'La página {0} tiene {1} comentario ({2}).',
      'Page {0} has {1} comments ({2}) that will be printed.':
        'La página {0} tiene {1} comentarios ({2}) que se imprimirán.',
      'Page {0} has {1} comments ({2}).': 'La página {0} tiene {1} comentarios ({2}).',
    },
  },
  'pdf/form-fields': {
    of: '014850',
    title: 'El PDF no tiene campos de formulario',
    failureTitle: 'El PDF tiene campos de formulario',
    why: 'Los campos de formulario se ven distintos en cada visor y no deben estar en un arte final.',
    remedy: 'Acople el formulario, o exporte sin elementos interactivos.',
    says: {
      'The PDF has {0} form field.': 'El PDF tiene {0} campo de formulario.',
      'The PDF has {0} form fields.': 'El PDF tiene {0} campos de formulario.',
      'The PDF has an XFA form: most programs show other pages than its author saw, or none.':
        'El PDF tiene un formulario XFA: la mayoría de los programas muestran páginas distintas de las ' +
        'que vio su autor, o ninguna.',
    },
  },
  'pdf/image-resolution': {
    of: '949f6a',
    title: 'La resolución de las imágenes es suficiente',
    failureTitle: 'La resolución de las imágenes es demasiado baja',
    why:
      'Por debajo de unos 225 píxeles por pulgada, una imagen impresa se ve poco nítida. Por debajo de ' +
      '150 se ven los píxeles.',
    remedy:
      'Sustituya la imagen por un original más grande o colóquela más pequeña. Ampliarla con un programa ' +
      'no añade detalle.',
    says: {
      'Page {0}: line art of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Página {0}: una imagen de línea de {1} × {2} píxeles tiene {3} ppi; se esperan {4}.',
      'Page {0}: an image of {1} × {2} pixels has {3} ppi; expected {4}.':
        'Página {0}: una imagen de {1} × {2} píxeles tiene {3} ppi; se esperan {4}.',
    },
  },
  'pdf/layers': {
    of: 'f42d71',
    title: 'No hay capas ocultas',
    failureTitle: 'El PDF tiene capas ocultas o que no se imprimen',
    why: 'Una capa que aquí está oculta puede imprimirse en otro sitio, o al revés.',
    remedy: 'Elimine las capas ocultas y acople las demás al exportar.',
    says: {
      'The layer "{0}" is shown.': 'La capa «{0}» está visible.',
      'The layer "{0}" is shown, not printed.': 'La capa «{0}» está visible, pero no se imprime.',
      'The layer "{0}" is hidden, but printed.': 'La capa «{0}» está oculta, pero se imprime.',
      'The layer "{0}" is hidden.': 'La capa «{0}» está oculta.',
      shown: 'visible',
      'shown, not printed': 'visible, sin imprimir',
      'hidden, but printed': 'oculta, pero se imprime',
      hidden: 'oculta',
      'shown and printed': 'visible e impresa',
      'no layers': 'sin capas',
    },
  },
  'pdf/missing-fonts': {
    of: '08cb2f',
    title: 'Todas las fuentes están incrustadas',
    failureTitle: 'Hay fuentes sin incrustar',
    why:
      'Una fuente que no está en el archivo se sustituye en la imprenta o en la pantalla del lector. Las ' +
      'palabras se desplazan y desaparecen caracteres.',
    remedy: 'Exporte el PDF con todas las fuentes incrustadas, o convierta el texto en trazados.',
    says: {
      'The font {0} is used on {1} pages, first on page {2}, and is not embedded.':
        'La fuente {0} se usa en {1} páginas, la primera vez en la página {2}, y no está incrustada.',
      'The font {0} is used on page {1} and is not embedded.':
        'La fuente {0} se usa en la página {1} y no está incrustada.',
      '{0}, not embedded': '{0}, no incrustada',
      embedded: 'incrustada',
    },
  },
  'pdf/text-size': {
    of: '9ca635',
    title: 'El texto es lo bastante grande para imprimirlo',
    failureTitle: 'El texto es demasiado pequeño para imprimirlo',
    why:
      'Las letras muy pequeñas se empastan o se rompen al imprimir. Las letras blancas y las de varias ' +
      'tintas deben ser mayores, porque las planchas nunca registran con exactitud.',
    remedy: 'Agrande el texto. El texto pequeño se imprime mejor solo con negro.',
    says: {
      'Page {0}: {1} of {2} pt; expected at least {3} pt.':
        'Página {0}: {1} de {2} pt; se esperan al menos {3} pt.',
      'text in several inks': 'texto en varias tintas',
    },
  },
  'pdf/type3-fonts': {
    of: 'a6daec',
    title: 'No se usan fuentes Type 3',
    failureTitle: 'El texto usa fuentes Type 3',
    why:
      'Las letras Type 3 son pequeños dibujos sin instrucciones de fuente (hints), por lo que se imprimen ' +
      'con menos nitidez.',
    remedy: 'Exporte desde el documento original, no desde uno convertido. Si el texto se ve bien, acéptelo.',
    says: {
      'Page {0}: the font {1} is a Type 3 font.': 'Página {0}: la fuente {1} es Type 3.',
      'Type 3': 'Type 3',
      'an outline font': 'una fuente de contorno',
    },
  },
  'pdf/unread-content': {
    of: '1fc0b9',
    title: 'Se controló el PDF entero',
    failureTitle: 'No se pudieron controlar algunas partes del PDF',
    why: 'Los demás resultados solo valen para las partes que se pudieron leer.',
    remedy:
      'Pida a una persona que revise el archivo. Si es más grande o complejo de lo necesario, exporte una ' +
      'versión más sencilla.',
    says: {
      'Only the first {0} of {1} pages were checked.': 'Solo se controlaron las primeras {0} de {1} páginas.',
    },
  },
}
