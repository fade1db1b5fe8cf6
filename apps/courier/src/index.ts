export { CourierSettings } from './courier.settings.js';
export { CourierRefused, startCourier, type StartCourierOptions } from './start-courier.js';
export { QueuePublisher } from './relay/queue-publisher.js';
