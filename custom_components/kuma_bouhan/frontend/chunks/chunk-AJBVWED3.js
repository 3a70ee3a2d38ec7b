import{d as a}from"./chunk-3A3V5TTW.js";async function i({hass:s,format:t},n){let{text:e}=await a(s,["deeds","complaints","explain"],{cameras:[...n],language:t.language});return e}export{i as a};
