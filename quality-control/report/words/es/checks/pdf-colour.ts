import type { Translations } from '../../translations'

export const pdfColour: Translations['checks'] = {
  'pdf/ink-coverage': {
    of: 'cd7b6f',
    title: 'La cobertura de tinta está dentro del límite',
    failureTitle: 'La cobertura de tinta es demasiado alta',
    why: 'Demasiada tinta no seca. Se corre, mancha el pliego siguiente y ondula el papel.',
    remedy:
      'Convierta los colores con el perfil de la condición de impresión, que limita la tinta, y aclare ' +
      'los negros enriquecidos.',
    says: {
      'Page {0}: ink coverage of more than {1} % on {2} mm², up to {3} %.':
        'Página {0}: cobertura total de tinta de más del {1} % en {2} mm², hasta el {3} %.',
      'at most {0} % (the limit of {1})': 'como máximo {0} % (el límite de {1})',
    },
  },
  'pdf/knockout-black-text': {
    of: 'f2cd6c',
    title: 'El texto negro pequeño sobreimprime su fondo',
    failureTitle: 'El texto negro pequeño cala su fondo',
    why:
      'El texto negro que elimina los colores que tiene debajo deja bordes blancos si las planchas se ' +
      'desajustan un poco. El negro que sobreimprime no los deja.',
    remedy:
      'Ponga el texto negro en sobreimpresión, o use la muestra de negro al 100 %, que sobreimprime por ' +
      'defecto.',
    says: {
      'Page {0}: black text of {1} removes the colour under it.':
        'Página {0}: el texto negro de {1} elimina el color que tiene debajo.',
      'overprint below {0} pt': 'sobreimpresión por debajo de {0} pt',
    },
  },
  'pdf/output-intent': {
    of: 'c5dd47',
    title: 'El PDF indica su condición de impresión',
    failureTitle: 'El PDF no indica la condición de impresión esperada',
    why:
      'La condición de salida (Output Intent) indica el papel y la máquina para los que se prepararon los ' +
      'colores. Sin ella, la imprenta tiene que adivinarlos.',
    remedy:
      'Exporte como PDF/X con la condición de salida que indica la imprenta, como PSO Coated v3 o FOGRA39.',
    says: {
      'The PDF has no output intent for print.':
        'El PDF no tiene condición de salida (Output Intent) para impresión.',
      'an output intent': 'una condición de salida',
      'The output intent is no name; expected {0}.': 'La condición de salida no tiene nombre; se espera {0}.',
      'The output intent is {0}; expected {1}.': 'La condición de salida es {0}; se espera {1}.',
      'no name': 'sin nombre',
      'The output intent no name is not for CMYK.': 'La condición de salida, sin nombre, no es para CMYK.',
      'The output intent {0} is not for CMYK.': 'La condición de salida {0} no es para CMYK.',
      'The output intent no name has no embedded profile.':
        'La condición de salida, sin nombre, no tiene perfil incrustado.',
      'The output intent {0} has no embedded profile.':
        'La condición de salida {0} no tiene perfil incrustado.',
      'a profile': 'un perfil',
      none: 'ninguna',
    },
  },
  'pdf/overprint': {
    of: '012575',
    title: 'La sobreimpresión está bien ajustada',
    failureTitle: 'Hay objetos que sobreimprimen y no deben',
    why:
      'Los objetos blancos en sobreimpresión desaparecen al imprimir. El gris en DeviceGray sobreimprime ' +
      'en una máquina y en otra no. Los demás colores se mezclan con lo que tienen debajo.',
    remedy:
      'Desactive la sobreimpresión en los objetos blancos, y en los de color si no es intencionada. ' +
      'Defina en negro CMYK el gris que deba sobreimprimir.',
    says: {
      'white objects': 'objetos blancos',
      'white images': 'imágenes blancas',
      'white gradients': 'degradados blancos',
      'DeviceGray text': 'texto en DeviceGray',
      'DeviceGray objects': 'objetos en DeviceGray',
      'DeviceGray images': 'imágenes en DeviceGray',
      'DeviceGray gradients': 'degradados en DeviceGray',
      'black text': 'texto negro',
      'black objects': 'objetos negros',
      'black images': 'imágenes negras',
      'black gradients': 'degradados negros',
      'coloured text': 'texto de color',
      'coloured objects': 'objetos de color',
      'coloured images': 'imágenes de color',
      'coloured gradients': 'degradados de color',
      '{0}: {1} set to overprint.': '{0}: {1} en sobreimpresión.',
      overprint: 'sobreimpresión',
    },
  },
  'pdf/registration-colour': {
    of: '12a93c',
    title: 'El color de registro solo se usa en marcas fuera de la página',
    failureTitle: 'El color de registro se usa en la página',
    why:
      'El color de registro imprime todas las tintas a la vez, hasta un 400 %. Se corre, no seca y deja ' +
      'bordes de color en el texto pequeño.',
    remedy: 'Use negro, o un negro enriquecido acordado, en lugar de la muestra «Registro».',
    says: {
      'Page {0}: registration colour in text inside the trim ({1} object).':
        'Página {0}: color de registro en texto dentro del formato final ({1} objeto).',
      'Page {0}: registration colour in text inside the trim ({1} objects).':
        'Página {0}: color de registro en texto dentro del formato final ({1} objetos).',
      'Page {0}: registration colour in text on a page without a trim box ({1} object).':
        'Página {0}: color de registro en texto en una página sin TrimBox ({1} objeto).',
      'Page {0}: registration colour in text on a page without a trim box ({1} objects).':
        'Página {0}: color de registro en texto en una página sin TrimBox ({1} objetos).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} object).':
        'Página {0}: color de registro en formas o líneas dentro del formato final ({1} objeto).',
      'Page {0}: registration colour in shapes or lines inside the trim ({1} objects).':
        'Página {0}: color de registro en formas o líneas dentro del formato final ({1} objetos).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} object).':
        'Página {0}: color de registro en formas o líneas en una página sin TrimBox ({1} objeto).',
      'Page {0}: registration colour in shapes or lines on a page without a trim box ({1} objects).':
        'Página {0}: color de registro en formas o líneas en una página sin TrimBox ({1} objetos).',
      'Page {0}: registration colour in images inside the trim ({1} object).':
        'Página {0}: color de registro en imágenes dentro del formato final ({1} objeto).',
      'Page {0}: registration colour in images inside the trim ({1} objects).':
        'Página {0}: color de registro en imágenes dentro del formato final ({1} objetos).',
      'Page {0}: registration colour in images on a page without a trim box ({1} object).':
        'Página {0}: color de registro en imágenes en una página sin TrimBox ({1} objeto).',
      'Page {0}: registration colour in images on a page without a trim box ({1} objects).':
        'Página {0}: color de registro en imágenes en una página sin TrimBox ({1} objetos).',
      'Page {0}: registration colour in gradients inside the trim ({1} object).':
        'Página {0}: color de registro en degradados dentro del formato final ({1} objeto).',
      'Page {0}: registration colour in gradients inside the trim ({1} objects).':
        'Página {0}: color de registro en degradados dentro del formato final ({1} objetos).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} object).':
        'Página {0}: color de registro en degradados en una página sin TrimBox ({1} objeto).',
      'Page {0}: registration colour in gradients on a page without a trim box ({1} objects).':
        'Página {0}: color de registro en degradados en una página sin TrimBox ({1} objetos).',
      'all inks': 'todas las tintas',
      'only outside the trim box': 'solo fuera de la TrimBox',
    },
  },
  'pdf/rgb-colour': {
    of: '569ac6',
    title: 'Todos los colores están preparados para imprimir',
    failureTitle: 'Hay colores en RGB, que es para pantalla',
    why:
      'Los colores RGB se convierten en la imprenta. Los colores vivos se apagan, y el texto negro puede ' +
      'acabar con las cuatro tintas.',
    remedy: 'Convierta el documento a CMYK con el perfil de la condición de impresión y expórtelo de nuevo.',
    says: {
      'text in Lab': 'texto en Lab',
      'text in RGB': 'texto en RGB',
      'shapes and lines in Lab': 'formas y líneas en Lab',
      'shapes and lines in RGB': 'formas y líneas en RGB',
      'images in Lab': 'imágenes en Lab',
      'images in RGB': 'imágenes en RGB',
      'gradients in Lab': 'degradados en Lab',
      'gradients in RGB': 'degradados en RGB',
      'CMYK, grey or spot colours': 'CMYK, gris o tintas planas',
    },
  },
  'pdf/rich-black-text': {
    of: 'b3795f',
    title: 'El texto negro pequeño usa solo tinta negra',
    failureTitle: 'El texto negro pequeño usa varias tintas',
    why:
      'Las tintas nunca coinciden a la perfección en la máquina. Las letras pequeñas en varias tintas ' +
      'quedan con bordes de color y se leen mal.',
    remedy: 'Ponga el texto negro en negro puro: 0 / 0 / 0 / 100.',
    says: {
      'Page {0}: text of {1} pt uses C / M / Y / K {2}.':
        'Página {0}: el texto de {1} pt usa C / M / Y / K {2}.',
    },
  },
  'pdf/similar-spot-names': {
    of: '2e813a',
    title: 'Cada tinta plana tiene un solo nombre',
    failureTitle: 'Una tinta plana tiene varios nombres',
    why:
      'Los nombres que solo se distinguen por un sufijo o una mayúscula generan dos planchas para una ' +
      'sola tinta.',
    remedy: 'Use una sola muestra para el color en todo el documento.',
    says: {
      'These names stand for one ink: {0}.': 'Estos nombres designan una sola tinta: {0}.',
      'one name': 'un solo nombre',
    },
  },
  'pdf/spot-colours': {
    of: 'b062b1',
    title: 'Solo se usan tintas planas acordadas',
    failureTitle: 'Se usan tintas planas que no se acordaron',
    why:
      'Cada tinta plana necesita su propia plancha y su propia tinta. Cuesta más, o se convierte sin que ' +
      'nadie lo note y se ve distinta.',
    remedy: 'Convierta las tintas planas a cuatricromía, o acuérdelas con la imprenta.',
    says: {
      'The spot colour {0} is used, first on page {1}.':
        'La tinta plana {0} se usa por primera vez en la página {1}.',
      none: 'ninguna',
    },
  },
  'pdf/transparency': {
    of: '5f37aa',
    title: 'El PDF no tiene transparencias activas',
    failureTitle: 'El PDF tiene transparencias activas',
    why:
      'Los flujos de impresión antiguos acoplan ellos mismos los objetos transparentes. Pueden aparecer ' +
      'costuras, cambios de color y texto irregular.',
    remedy:
      'Exporte como PDF/X-1a o PDF/X-3, que acoplan las transparencias, o acuerde PDF/X-4 con la imprenta.',
    says: {
      flattened: 'acopladas',
      'transparent objects': 'objetos transparentes',
      'soft masks': 'máscaras suaves',
      'blend modes': 'modos de fusión',
      'transparency groups': 'grupos de transparencia',
    },
  },
}
