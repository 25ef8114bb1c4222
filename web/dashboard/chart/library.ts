import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
} from 'chart.js'

// This folder alone knows chart.js; everything else hands it a picture.

Chart.register(
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
)

export { BasicPlatform, Chart, type ChartConfiguration, type Plugin } from 'chart.js'
