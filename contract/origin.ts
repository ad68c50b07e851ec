/** What CloudFront alone knows and sends with each request to the API: nothing gets around the firewall in front of it. */
export const ORIGIN_HEADER = 'x-heraut-origin';
/** The client's address, as CloudFront saw it; what a client sends under this name is replaced. */
export const VIEWER_HEADER = 'x-heraut-viewer';
