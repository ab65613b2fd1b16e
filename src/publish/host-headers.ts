/**
 * What hosts that read a `_headers` file (Netlify, Cloudflare Pages and Workers) send with the site. The
 * pages state their own policy; this adds what a page cannot say of itself. HSTS is the host's to decide.
 *
 * Of two rules that match one path Netlify takes the later value and Cloudflare joins both, so a header
 * stands under patterns that share no path, or is first taken off (`!`, which Netlify skips).
 */
export function hostHeaders(): string {
  return RULES.map(([paths, headers]) =>
    paths.map((path) => [path, ...headers.map((header) => `  ${header}`)].join('\n')).join('\n\n'),
  )
    .join('\n\n')
    .concat('\n');
}

const DENIED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

const RULES: readonly (readonly [paths: readonly string[], headers: readonly string[]])[] = [
  [
    ['/*'],
    [
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin',
      `Permissions-Policy: ${DENIED.map((feature) => `${feature}=()`).join(', ')}`,
      "Content-Security-Policy: frame-ancestors 'none'",
    ],
  ],
  // Cloudflare serves x.html at x, so both forms are named.
  [
    ['/*/embed.html', '/*/embed'],
    ['! Content-Security-Policy', 'Content-Security-Policy: frame-ancestors *'],
  ],
  [['/*.html'], ['Cache-Control: public, max-age=0, must-revalidate']],
  [['/*.png'], ['Cache-Control: public, max-age=86400']],
  [['/*.json', '/*.csv', '/*.ics', '/*.xml', '/*.txt'], ['Cache-Control: public, max-age=3600']],
];
