#include <iostream>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>

int main(int, char **arguments) // a model file and a picture
{
    spotcheck::configureRuntime();
    const auto model = spotcheck::Model::load(arguments[1], spotcheck::WeightsStore::standard());
    const auto point = spotcheck::operatingPointFromNormals(model->calibration(), 0.05);
    const double score = model->inspect(spotcheck::readImage(arguments[2])).score;
    std::cout << score << (score > point.threshold ? " defective" : " good") << '\n';
}
