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

// Only this folder uses chart.js; other code passes it a picture.

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
