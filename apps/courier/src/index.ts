export { CourierSettings } from './courier.settings.js';
export { CourierRefused } from './refuse-to-start.js';
export { startCourier, type StartCourierOptions } from './start-courier.js';
export { QueuePublisher } from './relay/queue-publisher.js';
