/** Gives a page a microphone that hears a tone. */
export const giveMicrophone = (): void => {
  navigator.mediaDevices.getUserMedia = async () => {
    const audio = new AudioContext()
    const tone = audio.createOscillator()
    const end = audio.createMediaStreamDestination()
    tone.connect(end)
    tone.start()
    return end.stream
  }
}
