// The look of every chart, and how numbers and dates are written in the reader's language.

// A family name that holds a digit must be quoted to be a CSS identifier; Vega writes it into the SVG as it stands.
const font = "'Source Sans 3',Arial,sans-serif";

const ink = '#1F1F1F';
const quiet = '#555555';

const locales = {
  sv: {
    number: { decimal: ',', thousands: '\u00a0', grouping: [3], currency: ['', '\u00a0kr'], minus: '\u2212', percent: '\u00a0%' },
    time: {
      dateTime: '%A %-d %B %Y kl. %X', date: '%Y-%m-%d', time: '%H:%M:%S', periods: ['fm', 'em'],
      days: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
      shortDays: ['sön', 'mån', 'tis', 'ons', 'tor', 'fre', 'lör'],
      months: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
      shortMonths: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
    },
  },
  en: {
    number: { decimal: '.', thousands: ',', grouping: [3], currency: ['SEK\u00a0', ''], minus: '\u2212', percent: '%' },
    time: {
      dateTime: '%A %-d %B %Y, %X', date: '%Y-%m-%d', time: '%H:%M:%S', periods: ['AM', 'PM'],
      days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
      shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
      months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
      shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    },
  },
};

export const languages = Object.keys(locales);

/** The Vega-Lite configuration for one language ('sv' or 'en'). */
export function theme(language) {
  return {
    background: '#FFFFFF',
    font,
    // Inside the picture Vega would name axes and marks in English. The root has role=img, whose inside no reader hears:
    // the picture is told by its title and description alone.
    aria: false,
    autosize: { type: 'pad' },
    padding: 10,
    locale: locales[language],
    view: { stroke: null },
    axis: {
      labelFontSize: 12, labelColor: quiet, labelPadding: 4, titleFontSize: 12, titleFontWeight: 400, titleColor: quiet,
      gridColor: '#E7E7E7', gridWidth: 0.75, domainColor: '#8C8C8C', tickColor: '#8C8C8C', tickSize: 4,
    },
    axisX: { grid: false, labelFlush: false },
    axisY: { grid: true, domain: false, ticks: false },
    text: { font, fontSize: 12, color: ink },
  };
}
