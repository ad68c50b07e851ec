import { App } from 'aws-cdk-lib';
import { readDeployment } from './config.ts';
import { heraut } from './heraut.ts';

const app = new App();
heraut(app, readDeployment(app.node.tryGetContext('deployment') ?? 'example'));
app.synth();
